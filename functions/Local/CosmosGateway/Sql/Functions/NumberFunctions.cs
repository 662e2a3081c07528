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
        Of("LOG", Math.Log),
        Of("LOG10", Math.Log10),
        Function.Of("POWER", 2, static arguments =>
            arguments[0].Kind == SqlKind.Number && arguments[1].Kind == SqlKind.Number
                ? SqlValue.Of(Math.Pow(arguments[0].Number, arguments[1].Number))
                : SqlValue.Undefined),
    ];

    static Function Of(string name, Func<double, double> calculate) =>
        Function.Of(name, 1, arguments =>
            arguments[0].Kind == SqlKind.Number ? SqlValue.Of(calculate(arguments[0].Number)) : SqlValue.Undefined);
}
