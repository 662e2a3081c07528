using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Matinee.Local.CosmosGateway.Sql.Values;

namespace Matinee.Local.CosmosGateway.Sql.Running;

/// <summary>Where a page ended: the last result's keys and position, not a count, so that writes between pages move nothing.</summary>
/// <param name="Query">Names the query and its parameters.</param>
/// <param name="Given">How many results there were so far.</param>
/// <param name="Position">The last result's position.</param>
/// <param name="Keys">The last result's keys, if the results have an order of their own.</param>
sealed record Continuation(string Query, long Given, RowPosition Position, SqlValue[] Keys)
{
    /// <summary>Tokens travel in a header.</summary>
    const int MaxKeyBytes = 4096;

    const int Version = 1;

    static readonly JsonDocumentOptions s_anyDepth = new() { MaxDepth = 1000 };

    public static string NameOf(string query, IReadOnlyList<string> names, SqlValue[] parameters)
    {
        var text = new StringBuilder(query);
        for (var i = 0; i < parameters.Length; i++) text.Append('\0').Append(names[i]).Append('=').Append(ValueText.Canonical(parameters[i]));
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, 8));
    }

    public string Write()
    {
        var keys = string.Join(',', Keys.Select(static key => key.IsDefined ? $"[{ValueText.Of(key)}]" : "[]"));
        var bytes = Encoding.UTF8.GetByteCount(keys);
        if (bytes > MaxKeyBytes)
        {
            throw new SqlException(
                $"A page can't end at a value of {bytes} bytes in ORDER BY, DISTINCT or GROUP BY; at most {MaxKeyBytes} can be continued. "
                + "Ask for all results in one page, or order by something shorter.");
        }

        var json = $$"""{"v":{{Version}},"q":"{{Query}}","n":{{Given}},"o":{{Position.Order}},"i":{{Position.Item}},"k":[{{keys}}]}""";
        return Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));
    }

    /// <summary>Reads a token of this very query with so and so many keys.</summary>
    public static Continuation Read(string token, string query, int keys)
    {
        try
        {
            using var document = JsonDocument.Parse(Base64Url.DecodeFromChars(token), s_anyDepth);
            var root = document.RootElement.Clone();
            var version = root.GetProperty("v").GetInt32();
            if (version != Version) throw new SqlException($"The continuation has version {version}; this gateway reads {Version}. Run the query from its first page.");
            if (root.GetProperty("q").GetString() != query)
                throw new SqlException("The continuation belongs to another query, or to other parameters.");
            var read = new Continuation(
                query,
                root.GetProperty("n").GetInt64(),
                new(root.GetProperty("o").GetInt64(), root.GetProperty("i").GetInt32()),
                [.. root.GetProperty("k").EnumerateArray().Select(static key => key.EnumerateArray().Select(SqlValue.Of).SingleOrDefault().Settled())]);
            return read.Given >= 0 && read.Keys.Length == keys ? read : throw Unreadable();
        }
        catch (Exception e) when (e is FormatException or JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw Unreadable(e);
        }
    }

    static SqlException Unreadable(Exception? inner = null)
    {
        const string Message = "The continuation is damaged, or was not made by this gateway. Run the query from its first page.";
        return inner is null ? new(Message) : new(Message, inner);
    }
}
