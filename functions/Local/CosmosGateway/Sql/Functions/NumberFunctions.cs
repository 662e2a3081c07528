using Matinee.Local.CosmosGateway.Sql.Values;

namespace Matinee.Local.CosmosGateway.Sql.Functions;

/// <summary>Functions of numbers.</summary>
static class NumberFunctions
{
    public static IEnumerable<Function> All =>
    [
        Of("ABS", Math.Abs),
        Of("CEILING", Math.Ceiling),
        Of("FLOOR", Math.Floor),
        Of("ROUND", static number => Math.Round(number, MidpointRounding.AwayFromZero)),
        Of("TRUNC", Math.Truncate),
        Of("SIGN", static number => Math.Sign(number)),
        Of("SQRT", Math.Sqrt),
        Of("SQUARE", static number => number * number),
        Of("EXP", Math.Exp),
        new("LOG", 1, 2, static arguments => arguments.Length == 1 ? Apply(Math.Log, arguments[0]) : Apply(Math.Log, arguments[0], arguments[1])),
        Of("LOG10", Math.Log10),
        Function.Of("POWER", 2, static arguments => Apply(Math.Pow, arguments[0], arguments[1])),
        Function.Of("PI", 0, static _ => SqlValue.Of(Math.PI)),
        Of("DEGREES", static radians => radians / Math.PI * 180),
        Of("RADIANS", static degrees => degrees / 180 * Math.PI),
        Of("SIN", Math.Sin),
        Of("COS", Math.Cos),
        Of("TAN", Math.Tan),
        Of("COT", static number => 1 / Math.Tan(number)),
        Of("ASIN", Math.Asin),
        Of("ACOS", Math.Acos),
        Of("ATAN", Math.Atan),
        Function.Of("ATN2", 2, static arguments => Apply(Math.Atan2, arguments[0], arguments[1])),
    ];

    static Function Of(string name, Func<double, double> calculate) => Function.Of(name, 1, arguments => Apply(calculate, arguments[0]));

    static SqlValue Apply(Func<double, double> calculate, in SqlValue number) =>
        number.Kind == SqlKind.Number ? SqlValue.Of(calculate(number.Number)) : SqlValue.Undefined;

    static SqlValue Apply(Func<double, double, double> calculate, in SqlValue one, in SqlValue other) =>
        one.Kind == SqlKind.Number && other.Kind == SqlKind.Number ? SqlValue.Of(calculate(one.Number, other.Number)) : SqlValue.Undefined;
}
