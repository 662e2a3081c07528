using System.Globalization;
using Matinee.Local.CosmosGateway.Sql.Expressions;
using Matinee.Local.CosmosGateway.Sql.Values;

namespace Matinee.Local.CosmosGateway.Sql.Functions;

/// <summary>Functions of strings. Positions count from 0, in UTF-16 units.</summary>
static class TextFunctions
{
    public static IEnumerable<Function> All =>
    [
        Test("CONTAINS", static (text, part, how) => text.Contains(part, how)),
        Test("STARTSWITH", static (text, part, how) => text.StartsWith(part, how)),
        Test("ENDSWITH", static (text, part, how) => text.EndsWith(part, how)),
        Test("StringEquals", static (text, other, how) => text.Equals(other, how)),
        Change("LOWER", static text => text.ToLowerInvariant()),
        Change("UPPER", static text => text.ToUpperInvariant()),
        Change("TRIM", static text => text.Trim()),
        Change("LTRIM", static text => text.TrimStart()),
        Change("RTRIM", static text => text.TrimEnd()),
        Function.Of("LENGTH", 1, static arguments =>
            arguments[0].Kind == SqlKind.String ? SqlValue.Of((double)arguments[0].Text.Length) : SqlValue.Undefined),
        new("INDEX_OF", 2, 3, IndexOf),
        Function.Of("SUBSTRING", 3, static arguments => Substring(arguments[0], arguments[1], arguments[2])),
        Function.Of("LEFT", 2, static arguments => Substring(arguments[0], SqlValue.Of(0.0), arguments[1])),
        Function.Of("RIGHT", 2, Right),
        Function.OfMany("CONCAT", 2, Concat),
        Function.Of("REPLACE", 3, Replace),
        Function.Of("ToString", 1, static arguments => arguments[0].Kind == SqlKind.String ? arguments[0] : SqlValue.Of(ValueText.Of(arguments[0]))),
        Function.Of("StringToNumber", 1, ToNumber),
    ];

    static Function Change(string name, Func<string, string> change) =>
        Function.Of(name, 1, arguments => arguments[0].Kind == SqlKind.String ? SqlValue.Of(change(arguments[0].Text)) : SqlValue.Undefined);

    /// <summary>A question about two strings; a third argument, true, makes capitals and small letters the same.</summary>
    static Function Test(string name, Func<string, string, StringComparison, bool> test) =>
        new(name, 2, 3, arguments =>
        {
            if (!AreTexts(arguments[..2]) || (arguments.Length > 2 && arguments[2].Kind != SqlKind.Boolean)) return SqlValue.Undefined;
            var how = arguments.Length > 2 && arguments[2].IsTrue ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
            return SqlValue.Of(test(arguments[0].Text, arguments[1].Text, how));
        });

    static SqlValue IndexOf(ReadOnlySpan<SqlValue> arguments)
    {
        if (!AreTexts(arguments[..2])) return SqlValue.Undefined;
        var (text, from) = (arguments[0].Text, 0);
        if (arguments.Length > 2 && (!TryInteger(arguments[2], out from) || from < 0)) return SqlValue.Undefined;
        return SqlValue.Of((double)(from > text.Length ? -1 : text.IndexOf(arguments[1].Text, from, StringComparison.Ordinal)));
    }

    static SqlValue Substring(in SqlValue value, in SqlValue start, in SqlValue length)
    {
        if (value.Kind != SqlKind.String || !TryInteger(start, out var from) || !TryInteger(length, out var count)) return SqlValue.Undefined;
        var text = value.Text;
        return from < 0 || from >= text.Length || count <= 0
            ? SqlValue.Of("")
            : SqlValue.Of(text.Substring(from, Math.Min(count, text.Length - from)));
    }

    static SqlValue Right(ReadOnlySpan<SqlValue> arguments)
    {
        if (arguments[0].Kind != SqlKind.String || !TryInteger(arguments[1], out var count)) return SqlValue.Undefined;
        var text = arguments[0].Text;
        return SqlValue.Of(text[^Math.Clamp(count, 0, text.Length)..]);
    }

    static SqlValue Concat(ReadOnlySpan<SqlValue> arguments)
    {
        if (!AreTexts(arguments)) return SqlValue.Undefined;
        var texts = new string[arguments.Length];
        for (var i = 0; i < texts.Length; i++) texts[i] = arguments[i].Text;
        TextLimit.Check(texts.Sum(static text => (long)text.Length));
        return SqlValue.Of(string.Concat(texts));
    }

    static SqlValue Replace(ReadOnlySpan<SqlValue> arguments)
    {
        if (!AreTexts(arguments)) return SqlValue.Undefined;
        var (text, old, @new) = (arguments[0].Text, arguments[1].Text, arguments[2].Text);
        if (old.Length == 0) return SqlValue.Undefined;
        TextLimit.Check(text.Length + (text.Length / old.Length * (long)@new.Length));
        return SqlValue.Of(text.Replace(old, @new, StringComparison.Ordinal));
    }

    /// <summary>Reads a number as JSON would, with blanks around it allowed.</summary>
    static SqlValue ToNumber(ReadOnlySpan<SqlValue> arguments)
    {
        const NumberStyles Form = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        if (arguments[0].Kind != SqlKind.String) return SqlValue.Undefined;
        var text = arguments[0].Text.AsSpan().Trim();
        var digits = text.TrimStart('-');
        var sound = digits.Length > 0 && text.Length - digits.Length <= 1 && char.IsAsciiDigit(digits[0]) && char.IsAsciiDigit(digits[^1])
            && (digits[0] != '0' || digits.Length == 1 || !char.IsAsciiDigit(digits[1])) && !text.Contains(".e", StringComparison.OrdinalIgnoreCase);
        return sound && double.TryParse(text, Form, CultureInfo.InvariantCulture, out var number) ? SqlValue.Of(number) : SqlValue.Undefined;
    }

    static bool AreTexts(ReadOnlySpan<SqlValue> values)
    {
        foreach (ref readonly var value in values)
        {
            if (value.Kind != SqlKind.String) return false;
        }

        return true;
    }

    /// <summary>A whole number, cut to what an index can be.</summary>
    static bool TryInteger(in SqlValue value, out int integer)
    {
        integer = 0;
        if (value.Kind != SqlKind.Number || value.Number != Math.Floor(value.Number)) return false;
        integer = (int)Math.Clamp(value.Number, int.MinValue, int.MaxValue);
        return true;
    }
}
