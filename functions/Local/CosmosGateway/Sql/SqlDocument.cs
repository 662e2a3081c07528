using System.Text.Json;

namespace Matinee.Local.CosmosGateway.Sql;

/// <summary>A document as a query sees it.</summary>
/// <param name="Body">Must stay readable until the run that it was given to is over.</param>
/// <param name="Order">Stable, unique, ascending: breaks ties and says where the next page goes on.</param>
readonly record struct SqlDocument(JsonElement Body, long Order);
