using System.Globalization;
using System.Text;

namespace Matinee.Local.CosmosGateway.Sql.Values;

/// <summary>Writes values as JSON.</summary>
static class ValueText
{
    const double LargestExactInteger = 1L << 53;

    /// <summary>The value's JSON; what a document holds comes out byte for byte as it was written.</summary>
    public static string Of(in SqlValue value)
    {
        if (value.TryGetElement(out var element)) return element.GetRawText();
        var text = new StringBuilder();
        Append(text, value, canonical: false);
        return text.ToString();
    }

    /// <summary>The one text that all values have that are the same.</summary>
    public static string Canonical(in SqlValue value)
    {
        var text = new StringBuilder();
        Append(text, value, canonical: true);
        return text.ToString();
    }

    public static string OfNumber(double number) =>
        number == Math.Floor(number) && Math.Abs(number) <= LargestExactInteger
            ? ((long)number).ToString(CultureInfo.InvariantCulture)
            // A document may hold 1e999, which reads as infinity: JSON has no other way to write that.
            : double.IsInfinity(number) ? (number > 0 ? "1e999" : "-1e999")
            : number.ToString("R", CultureInfo.InvariantCulture);

    public static string OfString(string text)
    {
        var result = new StringBuilder(text.Length + 2);
        AppendString(result, text);
        return result.ToString();
    }

    static void Append(StringBuilder text, in SqlValue value, bool canonical)
    {
        if (!canonical && value.TryGetElement(out var element))
        {
            text.Append(element.GetRawText());
            return;
        }

        switch (value.Kind)
        {
            case SqlKind.Null: text.Append("null"); break;
            case SqlKind.Boolean: text.Append(value.IsTrue ? "true" : "false"); break;
            case SqlKind.Number: text.Append(OfNumber(value.Number)); break;
            case SqlKind.String: AppendString(text, value.Text); break;
            case SqlKind.Array: AppendArray(text, value, canonical); break;
            case SqlKind.Object: AppendObject(text, value, canonical); break;
            default: text.Append("undefined"); break;
        }
    }

    static void AppendArray(StringBuilder text, in SqlValue value, bool canonical)
    {
        var separator = '[';
        foreach (var item in value.Items())
        {
            text.Append(separator);
            Append(text, item, canonical);
            separator = ',';
        }

        text.Append(separator == '[' ? "[]" : "]");
    }

    static void AppendObject(StringBuilder text, in SqlValue value, bool canonical)
    {
        var separator = '{';
        IEnumerable<SqlProperty> properties = value.Properties();
        if (canonical) properties = properties.OrderBy(property => property.Name, StringComparer.Ordinal);
        foreach (var property in properties)
        {
            text.Append(separator);
            AppendString(text, property.Name);
            text.Append(':');
            Append(text, property.Value, canonical);
            separator = ',';
        }

        text.Append(separator == '{' ? "{}" : "}");
    }

    static void AppendString(StringBuilder text, string value)
    {
        text.Append('"');
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            if (char.IsSurrogate(c) && i + 1 < value.Length && char.IsSurrogatePair(c, value[i + 1])) text.Append(c).Append(value[++i]);
            else if (c is '"' or '\\') text.Append('\\').Append(c);
            else if (c == '\n') text.Append("\\n");
            else if (c < ' ' || char.IsSurrogate(c)) text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            else text.Append(c);
        }

        text.Append('"');
    }
}
