using Matinee.Core.Profiles;
using Matinee.Core.Ratings;

namespace Matinee.Core.Accounts;

/// <summary>Finds whom an operator means: those who write a letter know their login name, and logs and receipts know an id.</summary>
public sealed class PersonLookup(IUsers users, ILogins logins, Sessions sessions, IRatings ratings, IShelf shelf)
{
    /// <summary>The people whose login name (in any case) or id it is: mostly one, none if nobody is known by it.</summary>
    /// <remarks>Two, where one has chosen the other's id for a name: which of them is meant, only the caller can say.</remarks>
    public async Task<IReadOnlyList<FoundPerson>> FindAsync(string nameOrId, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(nameOrId);
        // Ids are made of what names are made of, and are no longer.
        if (LoginNames.ProblemOf(nameOrId) is not null) return [];
        var found = new List<FoundPerson>();
        var owner = await logins.FindAsync(nameOrId, cancellation).ConfigureAwait(false);
        foreach (var id in new[] { owner, nameOrId }.OfType<string>().Distinct(StringComparer.Ordinal))
        {
            if (await PersonAsync(id, cancellation).ConfigureAwait(false) is { } person) found.Add(person);
        }

        return found;
    }

    // A deletion that broke off may have left something of an account that is gone.
    async Task<FoundPerson?> PersonAsync(string id, CancellationToken cancellation)
    {
        var user = (await users.FindAsync(id, cancellation).ConfigureAwait(false))?.Value;
        var rated = (await ratings.AllAsync(id, cancellation).ConfigureAwait(false)).Count;
        if (user is { IsReserved: false }) return new(id, user.LoginName, user.CreatedAt, rated);
        var isAnythingLeft = rated > 0
            || (await shelf.AllAsync(id, cancellation).ConfigureAwait(false)).Count > 0
            || (await sessions.ListAsync(id, cancellation).ConfigureAwait(false)).Count > 0;
        return isAnythingLeft ? new(id, null, null, rated) : null;
    }
}
