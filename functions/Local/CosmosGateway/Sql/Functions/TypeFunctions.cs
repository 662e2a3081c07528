using Matinee.Local.CosmosGateway.Sql.Values;

namespace Matinee.Local.CosmosGateway.Sql.Functions;

/// <summary>What is this value? True or false, also for undefined.</summary>
static class TypeFunctions
{
    public static IEnumerable<Function> All =>
    [
        Is("IS_DEFINED", static value => value.IsDefined),
        Is("IS_NULL", static value => value.Kind == SqlKind.Null),
        Is("IS_BOOL", static value => value.Kind == SqlKind.Boolean),
        Is("IS_NUMBER", static value => value.Kind == SqlKind.Number),
        Is("IS_STRING", static value => value.Kind == SqlKind.String),
        Is("IS_ARRAY", static value => value.Kind == SqlKind.Array),
        Is("IS_OBJECT", static value => value.Kind == SqlKind.Object),
        Is("IS_PRIMITIVE", static value => value.Kind is SqlKind.Null or SqlKind.Boolean or SqlKind.Number or SqlKind.String),
    ];

    static Function Is(string name, Func<SqlValue, bool> test) =>
        Function.Of(name, 1, arguments => SqlValue.Of(test(arguments[0]))) with { TakesUndefined = true };
}
