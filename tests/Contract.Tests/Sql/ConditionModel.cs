using System.Globalization;

namespace Matinee.Contract.Tests.Sql;

/// <summary>Random conditions with a second, plain evaluation of them, to compare the engine's with.</summary>
/// <remarks>Values are double, string, bool, double[] or one of two marks; a document is what its four properties hold.</remarks>
sealed class ConditionModel(Random random)
{
    public const int Properties = 4;

    static readonly object s_null = new();
    static readonly object s_undefined = new();
    static readonly object[] s_constants = [s_null, true, false, 0.0, 1.0, 2.0, "", "a", "b", new[] { 1.0 }, new[] { 1.0, 2.0 }];

    public sealed record Condition(string Sql, Func<object[], object> Evaluate);

    public static bool IsTrue(object value) => value is true;

    public object[] Document()
    {
        var values = new object[Properties];
        for (var i = 0; i < values.Length; i++) values[i] = random.Next(5) == 0 ? s_undefined : s_constants[random.Next(s_constants.Length)];
        return values;
    }

    public static string Json(object[] document)
    {
        var parts = new List<string>();
        for (var i = 0; i < document.Length; i++)
        {
            if (document[i] != s_undefined) parts.Add($"\"p{i}\":{Text(document[i])}");
        }

        return "{" + string.Join(',', parts) + "}";
    }

    public Condition Make(int depth)
    {
        if (depth == 0) return random.Next(3) == 0 ? Constant() : Property();
        var (a, b, c) = (Make(depth - 1), Make(random.Next(depth)), Make(random.Next(depth)));
        switch (random.Next(11))
        {
            case 0: return new($"({a.Sql} AND {b.Sql} AND {c.Sql})", d => And(And(a.Evaluate(d), b.Evaluate(d)), c.Evaluate(d)));
            case 1: return new($"({a.Sql} OR {b.Sql})", d => Not(And(Not(a.Evaluate(d)), Not(b.Evaluate(d)))));
            case 2: return new($"(NOT {a.Sql})", d => Not(a.Evaluate(d)));
            case 3: return new($"({a.Sql} = {b.Sql})", d => Equal(a.Evaluate(d), b.Evaluate(d)));
            case 4: return new($"({a.Sql} != {b.Sql})", d => Not(Equal(a.Evaluate(d), b.Evaluate(d))));
            case 5: return new($"({a.Sql} < {b.Sql})", d => Less(a.Evaluate(d), b.Evaluate(d)));
            case 6: return new($"({a.Sql} >= {b.Sql})", d => Not(Less(a.Evaluate(d), b.Evaluate(d))));
            case 7: return new($"({a.Sql} IN ({b.Sql}, {c.Sql}))", d => Not(And(Not(Equal(a.Evaluate(d), b.Evaluate(d))), Not(Equal(a.Evaluate(d), c.Evaluate(d))))));
            case 8: return new($"({a.Sql} NOT BETWEEN {b.Sql} AND {c.Sql})", d => Not(And(Not(Less(a.Evaluate(d), b.Evaluate(d))), Not(Less(c.Evaluate(d), a.Evaluate(d))))));
            case 9: return new($"({a.Sql} ?? {b.Sql})", d => a.Evaluate(d) == s_undefined ? b.Evaluate(d) : a.Evaluate(d));
            default: return new($"(IS_DEFINED({a.Sql}) ? {b.Sql} : {c.Sql})", d => a.Evaluate(d) != s_undefined ? b.Evaluate(d) : c.Evaluate(d));
        }
    }

    Condition Property()
    {
        var i = random.Next(Properties);
        return new($"c.p{i}", d => d[i]);
    }

    Condition Constant()
    {
        var value = s_constants[random.Next(s_constants.Length)];
        return new(Text(value), _ => value);
    }

    static object And(object a, object b)
    {
        if (a is false || b is false) return false;
        return a is true && b is true ? true : s_undefined;
    }

    static object Not(object a) => a is bool truth ? !truth : s_undefined;

    static object Equal(object a, object b)
    {
        if (a == s_undefined || b == s_undefined) return s_undefined;
        if (a is double[] x && b is double[] y)
        {
            if (x.Length != y.Length) return false;
            for (var i = 0; i < x.Length; i++)
            {
                if (x[i] != y[i]) return false;
            }

            return true;
        }

        return a.Equals(b);
    }

    static object Less(object a, object b) =>
        (a, b) switch
        {
            (double x, double y) => x < y,
            (string x, string y) => string.CompareOrdinal(x, y) < 0,
            (bool x, bool y) => !x && y,
            _ => a == s_null && b == s_null ? false : s_undefined,
        };

    static string Text(object value) => value switch
    {
        bool truth => truth ? "true" : "false",
        double number => number.ToString(CultureInfo.InvariantCulture),
        string text => $"\"{text}\"",
        double[] items => $"[{string.Join(',', items)}]",
        _ => "null",
    };
}
