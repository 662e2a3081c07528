using System.Net;
using Matinee.Azure.Cosmos.Documents;
using Matinee.Core.Accounts;
using Matinee.Core.Stores;
using Microsoft.Azure.Cosmos;

namespace Matinee.Azure.Cosmos;

/// <summary>Reads the accounts by their change feed: the cheapest way to all of them, a thousand a request.</summary>
sealed class CosmosConsents(CosmosTable<ConsentDocument> table) : IConsents
{
    const int PageSize = 1000;

    public Task<Changes<AccountConsents>> ChangesAsync(string? since, CancellationToken cancellation)
    {
        var start = since is null ? ChangeFeedStartFrom.Beginning() : ChangeFeedStartFrom.ContinuationToken(since);
        return table.RunAsync(async stop =>
        {
            using var pages = table.Container.GetChangeFeedStreamIterator(start, ChangeFeedMode.LatestVersion, new() { PageSizeHint = PageSize });
            using var page = await pages.ReadNextAsync(stop).ConfigureAwait(false);
            if (page.StatusCode == HttpStatusCode.NotModified) return new Changes<AccountConsents>([], page.ContinuationToken, IsLast: true);
            page.Check();
            var found = new List<ConsentDocument>();
            DocumentPage.Read(page.Content, CosmosJson.Default.ConsentDocument, found);
            return new Changes<AccountConsents>(found.ConvertAll(static document => document.ToConsents()), page.ContinuationToken, IsLast: false);
        }, cancellation);
    }
}
