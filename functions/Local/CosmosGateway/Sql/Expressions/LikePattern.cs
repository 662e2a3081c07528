namespace Matinee.Local.CosmosGateway.Sql.Expressions;

/// <summary>A LIKE pattern: % any text, _ any character, [abc] [a-f] [^abc] one of a set, everything else itself.</summary>
/// <remarks>Only the latest % is ever tried again, so that the time is at most length times length, whatever the pattern.</remarks>
sealed class LikePattern
{
    public const int MaxLength = 1024;

    static readonly Func<char, bool> s_any = static _ => true;

    // Null stands for %.
    readonly List<Func<char, bool>?> _parts = [];

    public LikePattern(string source, char? escape)
    {
        if (source.Length > MaxLength) throw new SqlException($"A LIKE pattern has {source.Length} characters; at most {MaxLength} are allowed.");
        Source = source;
        for (var i = 0; i < source.Length; i++)
        {
            var c = source[i];
            if (c == escape) _parts.Add(Exactly(++i < source.Length ? source[i] : throw Unfinished("ends in its escape character")));
            else if (c == '%') _parts.Add(null);
            else if (c == '_') _parts.Add(s_any);
            else if (c == '[') _parts.Add(ReadSet(source, ref i, escape));
            else _parts.Add(Exactly(c));
        }
    }

    public string Source { get; }

    public bool Fits(string text)
    {
        var (at, part) = (0, 0);
        var (retryAt, retryPart) = (0, -1);
        while (at < text.Length)
        {
            if (part < _parts.Count && _parts[part] is null)
            {
                (retryAt, retryPart) = (at, ++part);
            }
            else if (part < _parts.Count && _parts[part]!(text[at]))
            {
                at++;
                part++;
            }
            else if (retryPart >= 0)
            {
                (at, part) = (++retryAt, retryPart);
            }
            else
            {
                return false;
            }
        }

        while (part < _parts.Count && _parts[part] is null) part++;
        return part == _parts.Count;
    }

    Func<char, bool> ReadSet(string source, ref int at, char? escape)
    {
        var except = at + 1 < source.Length && source[at + 1] == '^';
        if (except) at++;
        var ranges = new List<(char From, char To)>();
        while (++at < source.Length && source[at] != ']')
        {
            var from = Character(source, ref at, escape);
            var isRange = at + 2 < source.Length && source[at + 1] == '-' && source[at + 2] != ']';
            if (isRange) at += 2;
            ranges.Add((from, isRange ? Character(source, ref at, escape) : from));
        }

        if (at >= source.Length) throw Unfinished("has a '[' without a ']'");
        return c => ranges.Exists(range => range.From <= c && c <= range.To) != except;
    }

    char Character(string source, ref int at, char? escape) =>
        source[at] != escape ? source[at]
        : ++at < source.Length ? source[at]
        : throw Unfinished("ends in its escape character");

    SqlException Unfinished(string how) => new($"The LIKE pattern '{Source}' {how}.");

    static Func<char, bool> Exactly(char expected) => c => c == expected;
}
