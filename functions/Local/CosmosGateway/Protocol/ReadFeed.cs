using System.Globalization;
using Matinee.Local.CosmosGateway.Storage;

namespace Matinee.Local.CosmosGateway.Protocol;

/// <summary>All items of a container or partition, in the order of their creation.</summary>
static class ReadFeed
{
    const int DefaultItems = 1000;

    public static GatewayResponse Answer(GatewayRequest request, Container container)
    {
        var page = new FeedPage(container.Id.ToString());
        var limit = FeedPage.MaxItems(request, DefaultItems);
        var last = After(request);
        string? continuation = null;
        foreach (var item in container.Scan(ItemRoutes.KeyOf(request), last))
        {
            var document = item.Render(container.Id);
            if (page.Count == limit || page.IsFullFor(document.Length))
            {
                continuation = last.ToString(CultureInfo.InvariantCulture);
                break;
            }

            page.Add(document);
            last = item.Number;
        }

        return page.Answer().With(ProtocolHeaders.Continuation, continuation);
    }

    static long After(GatewayRequest request) =>
        request.Header(ProtocolHeaders.Continuation) is not { Length: > 0 } text ? 0
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : throw CosmosError.BadRequest("The continuation is damaged, or was not made by this gateway. Read the feed from its first page.");
}
