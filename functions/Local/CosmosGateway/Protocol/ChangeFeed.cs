using System.Globalization;
using Matinee.Local.CosmosGateway.Storage;

namespace Matinee.Local.CosmosGateway.Protocol;

/// <summary>What changed, each item once in its latest version, in the order of changes.</summary>
/// <remarks>The ETag of an answer is the last change in it: what comes after it has not been told.</remarks>
static class ChangeFeed
{
    const int DefaultItems = 100;
    const string Incremental = "Incremental Feed";

    public static GatewayResponse Answer(GatewayRequest request, Container container)
    {
        var mode = request.Header(ProtocolHeaders.ChangeFeed);
        if (!string.Equals(mode?.Replace("-", " "), Incremental, StringComparison.OrdinalIgnoreCase))
            throw CosmosError.BadRequest($"The change feed is served in its latest-version mode ('{Incremental}'), not as '{mode}'.");
        var partition = ItemRoutes.KeyOf(request);
        // Taken before anything is read: what is written later has not been seen.
        var now = container.Lsn;
        var last = After(request, container, now);
        var page = new FeedPage(container.Id.ToString());
        var limit = FeedPage.MaxItems(request, DefaultItems);
        var isWhole = true;
        foreach (var item in container.Changes(partition, last))
        {
            var document = item.Render(container.Id, withLsn: true);
            if (page.Count == limit || page.IsFullFor(document.Length))
            {
                isWhole = false;
                break;
            }

            page.Add(document);
            last = item.Lsn;
        }

        // Nothing of this partition is left up to here, so its reader need not walk over it again.
        if (isWhole && partition is not null) last = Math.Max(last, now);
        var response = page.Count > 0 ? page.Answer() : new GatewayResponse(304).With(ProtocolHeaders.ItemCount, 0);
        return response.With(ProtocolHeaders.ETag, $"\"{last.ToString(CultureInfo.InvariantCulture)}\"");
    }

    static long After(GatewayRequest request, Container container, long now)
    {
        if (request.Header(ProtocolHeaders.IfNoneMatch) is { Length: > 0 } token) return token == "*" ? now : Read(token, now);
        if (request.Header(ProtocolHeaders.IfModifiedSince) is not { Length: > 0 } since) return 0;
        return DateTimeOffset.TryParse(since, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? container.LastChangeUntil((uint)Math.Clamp(time.ToUnixTimeSeconds(), 0, uint.MaxValue))
            : throw CosmosError.BadRequest($"{ProtocolHeaders.IfModifiedSince} is not a time: '{since}'.");
    }

    static long Read(string token, long now)
    {
        if (!long.TryParse(token.AsSpan().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var lsn))
            throw CosmosError.BadRequest($"The continuation {token} is damaged, or was not made by this gateway. Read the change feed from its beginning.");
        return lsn <= now
            ? lsn
            : throw CosmosError.BadRequest(
                $"The continuation {token} is ahead of the container's last change, {now}: it belongs to other data, for example to a folder that a backup has replaced. "
                + "Read the change feed from its beginning, or delete the leases that hold it.");
    }
}
