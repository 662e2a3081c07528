using Matinee.Core.Catalog;
using Matinee.Core.Profiles;
using Matinee.Core.Ratings;
using Matinee.Core.Stores;

namespace Matinee.Core.Accounts;

/// <summary>Hands people everything that is kept of them.</summary>
public sealed class PersonalExport(UserAccounts accounts, Sessions sessions, IRatings ratings, IShelf shelf, Catalogue catalogue)
{
    /// <summary>Collects it.</summary>
    public async Task<PersonalArchive> CollectAsync(string userId, CancellationToken cancellation = default)
    {
        var user = await accounts.RequireAsync(userId, cancellation).ConfigureAwait(false);
        var all = new List<ViewerRating>();
        for (var page = new PageRequest { Limit = PageRequest.MaxLimit }; ;)
        {
            var part = await ratings.ListAsync(userId, RatingOrder.MovieId, page, cancellation).ConfigureAwait(false);
            all.AddRange(part.Items);
            if (part.NextCursor is null) break;
            page = page with { Cursor = part.NextCursor };
        }

        var devices = await sessions.ListAsync(userId, cancellation).ConfigureAwait(false);
        var entries = await shelf.AllAsync(userId, cancellation).ConfigureAwait(false);
        return new(new(user.Value, devices, all, entries), await catalogue.ViewAsync(cancellation).ConfigureAwait(false));
    }
}
