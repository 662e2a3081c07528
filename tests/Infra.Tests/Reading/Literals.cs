namespace Matinee.Infra.Tests.Reading;

/// <summary>What expressions come to, where that can be known without Azure.</summary>
static class Literals
{
    /// <summary>A text without holes; null for anything else.</summary>
    public static string? Text(this Expression? value) => value is Text { Plain: var plain } ? plain : null;

    /// <summary>A list of texts; null for anything else.</summary>
    public static IReadOnlyList<string>? Texts(this Expression? value) =>
        value is Items items && items.Values.All(static one => one.Text() is not null) ? [.. items.Values.Select(static one => one.Text()!)] : null;

    public static long? Integer(this Expression? value) => value is Number number ? number.Value : null;

    /// <summary>A property of a property ...; null where one of them is missing.</summary>
    public static Expression? Find(this Expression? value, params ReadOnlySpan<string> path)
    {
        foreach (var name in path) value = (value as Properties)?[name];
        return value;
    }

    /// <summary>The text with what is known in its holes; null where something isn't.</summary>
    public static string? Filled(this Expression? value, Func<Expression, string?> known)
    {
        if (value is not Text text) return value is null ? null : known(value);
        var filled = text.Between[0];
        for (var i = 0; i < text.Holes.Count; i++)
        {
            if (known(text.Holes[i]) is not { } hole) return null;
            filled += hole + text.Between[i + 1];
        }

        return filled;
    }

    /// <summary>The name at the beginning of a chain: of a.b.c it is a.</summary>
    public static string? Root(this Expression value) => value switch
    {
        Name name => name.Value,
        Member member => member.Of.Root(),
        At at => at.Of.Root(),
        _ => null,
    };
}
