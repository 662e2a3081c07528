using Matinee.Core.Accounts;
using Matinee.Core.Models;
using Matinee.Core.Profiles;

namespace Matinee.Core.Training;

/// <summary>Whose ratings and profiles others may have the use of, at one moment.</summary>
public sealed class ConsentingPeople
{
    // Whoever was imported or simulated is called by where they come from, such as ml-100k:17; no account's id has a colon.
    const char SourceMark = ':';

    readonly HashSet<string> _raters = [];
    readonly Dictionary<string, Profile> _profiles = [];

    ConsentingPeople()
    {
    }

    /// <summary>The profiles that may be used, by user.</summary>
    public IReadOnlyDictionary<string, Profile> Profiles => _profiles;

    /// <summary>Asks for what all accounts agree to now.</summary>
    public static async Task<ConsentingPeople> ReadAsync(IConsents consents, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(consents);
        var people = new ConsentingPeople();
        for (string? since = null; ;)
        {
            var page = await consents.ChangesAsync(since, cancellation).ConfigureAwait(false);
            foreach (var account in page.Items) people.Take(account);
            if (page.IsLast) return people;
            since = page.Continuation;
        }
    }

    /// <summary>Is this someone of a data set or a simulation, not an account?</summary>
    public static bool IsImported(string userId)
    {
        ArgumentNullException.ThrowIfNull(userId);
        return userId.Contains(SourceMark, StringComparison.Ordinal);
    }

    /// <summary>May this user's ratings help others?</summary>
    public bool MayTeach(string userId) => IsImported(userId) || _raters.Contains(userId);

    /// <summary>Without those who may not be compared with; null stays null.</summary>
    public Community? Of(Community? community)
    {
        if (community is null) return null;
        foreach (var person in community.Neighbours.People.Ids.ToArray())
        {
            var userId = community.UserIdOf(person)!;
            if (!MayTeach(userId)) community = community.Without(userId);
        }

        return community;
    }

    // An account that changes meanwhile comes again: its latest word counts.
    void Take(AccountConsents account)
    {
        if (account.Agrees(ConsentPurpose.RatingsForOthers)) _raters.Add(account.UserId);
        else _raters.Remove(account.UserId);
        if (account.Agrees(ConsentPurpose.ProfileForPortraits)) _profiles[account.UserId] = account.Profile;
        else _profiles.Remove(account.UserId);
    }
}
