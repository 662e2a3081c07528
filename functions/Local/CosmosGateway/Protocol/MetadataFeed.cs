using System.Text;
using System.Text.Json;
using Matinee.Local.CosmosGateway.Sql;

namespace Matinee.Local.CosmosGateway.Protocol;

/// <summary>Lists of databases and containers, and queries over them.</summary>
static class MetadataFeed
{
    public static bool IsQuery(GatewayRequest request) =>
        request.Is(ProtocolHeaders.IsQuery) || QueryText.IsContentType(request.Header(ProtocolHeaders.ContentType));

    /// <summary>They are few: all go into one page unless a query says otherwise.</summary>
    public static GatewayResponse Answer(GatewayRequest request, string name, string rid, IEnumerable<string> documents)
    {
        var page = new FeedPage(rid, name);
        string? continuation = null;
        if (request.Method == "POST")
        {
            var query = QueryText.Parse(request.Body);
            var rows = documents.Select((text, order) => new SqlDocument(JsonElement.Parse(Encoding.UTF8.GetBytes(text)), order + 1));
            var result = query.Parsed.Run(rows, query.Parameters, FeedPage.MaxItems(request, int.MaxValue), request.Header(ProtocolHeaders.Continuation));
            foreach (var item in result.Items) page.Add(item);
            continuation = result.Continuation;
        }
        else
        {
            foreach (var document in documents) page.Add(document);
        }

        return page.Answer().With(ProtocolHeaders.Continuation, continuation);
    }
}
