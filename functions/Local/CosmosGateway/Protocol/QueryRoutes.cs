using System.Text.Json;
using Matinee.Local.CosmosGateway.Items;
using Matinee.Local.CosmosGateway.Sql;
using Matinee.Local.CosmosGateway.Storage;

namespace Matinee.Local.CosmosGateway.Protocol;

/// <summary>Queries over the items of a container.</summary>
static class QueryRoutes
{
    const int DefaultItems = 1000;

    // Nothing is left for the client to do: it sends its text as it is, and the server runs the whole of it.
    const string ConstantPlan =
        """{"partitionedQueryExecutionInfoVersion":2,"queryInfo":{},"queryRanges":[{"min":"","max":"FF","isMinInclusive":true,"isMaxInclusive":false}]}""";

    static readonly JsonDocumentOptions s_reading = new() { MaxDepth = ItemBody.MaxDepth };

    public static GatewayResponse Plan(GatewayRequest request)
    {
        QueryText.Parse(request.Body);
        return GatewayResponse.Json(200, ConstantPlan);
    }

    public static GatewayResponse Page(GatewayRequest request, Container container)
    {
        var query = QueryText.Parse(request.Body);
        var continuation = request.Header(ProtocolHeaders.Continuation) is { Length: > 0 } token ? token : null;
        try
        {
            var result = Run(query, container, ItemRoutes.KeyOf(request), FeedPage.MaxItems(request, DefaultItems), continuation);
            var page = new FeedPage(container.Id.ToString());
            foreach (var item in result.Items) page.Add(item);
            // Without this a client that skipped the plan asks for one after the first page.
            return page.Answer().With(ProtocolHeaders.Continuation, result.Continuation).With(ProtocolHeaders.RequiresDistribution, "False");
        }
        catch (SqlException error)
        {
            throw CosmosError.BadRequest(error.Message);
        }
    }

    static SqlPage Run(QueryText query, Container container, PartitionKey? partition, int maxItems, string? continuation)
    {
        var result = query.Parsed.Run(Documents(query, container, partition, continuation), query.Parameters, maxItems, continuation);
        var fitting = Fitting(result.Items);
        // Continuations stand behind whole pages, so a page that turns out too large is made again, shorter.
        return fitting == result.Items.Count
            ? result
            : query.Parsed.Run(Documents(query, container, partition, continuation), query.Parameters, fitting, continuation);
    }

    static IEnumerable<SqlDocument> Documents(QueryText query, Container container, PartitionKey? partition, string? continuation)
    {
        var candidates = Candidates.Of(query, container.Definition.Path, partition);
        var items = candidates.Keys is { } keys
            ? keys.Select(container.Read).OfType<StoredItem>().OrderBy(item => item.Number)
            : container.Scan(candidates.Partition, Math.Max(1, query.Parsed.FirstOrder(query.Parameters, continuation)) - 1);
        return items.Select(item => new SqlDocument(JsonElement.Parse(item.Render(container.Id), s_reading), item.Number));
    }

    static int Fitting(IReadOnlyList<string> items)
    {
        var bytes = 0L;
        for (var i = 0; i < items.Count; i++)
        {
            bytes += items[i].Length;
            if (bytes > FeedPage.MaxBytes) return Math.Max(1, i);
        }

        return items.Count;
    }
}
