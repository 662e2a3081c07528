using System.Text.Json;
using Matinee.Local.CosmosGateway.Sql.Parsing;
using Matinee.Local.CosmosGateway.Sql.Values;

namespace Matinee.Local.CosmosGateway.Sql.Running;

/// <summary>Puts the parameters that came with a query in the order in which it knows them.</summary>
static class ParameterValues
{
    public static SqlValue[] For(Select select, IReadOnlyDictionary<string, JsonElement> given)
    {
        var values = new SqlValue[select.Parameters.Count];
        for (var i = 0; i < values.Length; i++)
        {
            if (!given.TryGetValue(select.Parameters[i], out var value))
                throw new SqlException($"The query uses the parameter {select.Parameters[i]}, but no value was given for it.");
            // Settled, because it is compared with every document.
            values[i] = SqlValue.Of(value).Settled();
        }

        return values;
    }
}
