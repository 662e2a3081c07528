using System.Collections.Frozen;
using Matinee.Local.CosmosGateway.Sql.Values;

namespace Matinee.Local.CosmosGateway.Sql.Functions;

delegate SqlValue FunctionBody(ReadOnlySpan<SqlValue> arguments);

/// <summary>A built-in function. Arguments of kinds that it has no answer for give undefined, as an undefined argument does.</summary>
sealed record Function(string Name, int FewestArguments, int MostArguments, FunctionBody Evaluate)
{
    const int MostOfMany = 1000;

    static readonly FrozenDictionary<string, Function> s_all =
        TypeFunctions.All.Concat(TextFunctions.All).Concat(ArrayFunctions.All).Concat(NumberFunctions.All)
            .ToFrozenDictionary(static function => function.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Does it answer for an undefined argument too?</summary>
    public bool TakesUndefined { get; init; }

    public static IEnumerable<string> Names => s_all.Keys.Order(StringComparer.Ordinal);

    public static Function? Named(string name) => s_all.GetValueOrDefault(name);

    /// <summary>A function with a fixed number of arguments.</summary>
    public static Function Of(string name, int arguments, FunctionBody body) => new(name, arguments, arguments, body);

    /// <summary>A function with that many arguments or more.</summary>
    public static Function OfMany(string name, int fewest, FunctionBody body) => new(name, fewest, MostOfMany, body);

    /// <summary>How many arguments it takes, for an error message.</summary>
    public string Arity =>
        MostArguments == MostOfMany ? $"{FewestArguments} or more arguments"
        : MostArguments > FewestArguments ? $"{FewestArguments} to {MostArguments} arguments"
        : FewestArguments == 1 ? "1 argument"
        : $"{FewestArguments} arguments";
}
