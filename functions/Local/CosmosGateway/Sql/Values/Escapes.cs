using System.Globalization;

namespace Matinee.Local.CosmosGateway.Sql.Values;

/// <summary>The escapes of JSON, which are those of SQL strings too.</summary>
static class Escapes
{
    /// <summary>The character that the backslash at <paramref name="at"/> introduces, which moves to the escape's end; null if it is none.</summary>
    public static char? Read(string text, ref int at)
    {
        if (at + 1 >= text.Length) return null;
        at++;
        switch (text[at])
        {
            case '"' or '\'' or '\\' or '/': return text[at];
            case 'b': return '\b';
            case 'f': return '\f';
            case 'n': return '\n';
            case 'r': return '\r';
            case 't': return '\t';
            case 'u' when at + 4 < text.Length
                && ushort.TryParse(text.AsSpan(at + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code):
                at += 4;
                return (char)code;
            default: return null;
        }
    }
}
