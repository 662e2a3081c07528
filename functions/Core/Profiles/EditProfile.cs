using Matinee.Core.Accounts;
using Matinee.Core.Catalog;
using Matinee.Core.Problems;
using Matinee.Core.Recommendations;
using Matinee.Core.Stores;

namespace Matinee.Core.Profiles;

/// <summary>Changes what users tell about themselves, and what they agree to.</summary>
public sealed class EditProfile(UserAccounts accounts, Catalogue catalogue, FirstPageWatch watch, IForget forget, TimeProvider clock)
{
    /// <summary>Puts a profile in the place of the one there is: what it does not say is erased.</summary>
    /// <exception cref="ProblemException">Something in it is not allowed, or the account is not in the state that the caller has seen.</exception>
    public async Task<Stored<User>> SaveAsync(string userId, Profile profile, string? ifMatch, CancellationToken cancellation = default)
    {
        var view = await catalogue.ViewAsync(cancellation).ConfigureAwait(false);
        var kept = ProfileRules.Checked(profile, view, clock.GetUtcNow());
        return await watch.MarkedAsync(userId, () => accounts.ChangeAsync(
            userId, ifMatch, user => IsSame(user.Profile, kept) ? user : user with { Profile = kept }, cancellation)).ConfigureAwait(false);
    }

    /// <summary>Takes down the answer to a question for consent. What is withdrawn takes effect before it is acknowledged.</summary>
    /// <exception cref="ProblemException">It agrees to a policy that is not in force.</exception>
    public async Task<User> AnswerAsync(string userId, ConsentAnswer answer, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ConsentRules.Check(answer);
        return await watch.MarkedAsync(userId, async () =>
        {
            var user = await accounts.ChangeAsync(
                userId, null, current => ConsentRules.Apply(current, answer, clock.GetUtcNow()), cancellation).ConfigureAwait(false);
            // Also where it was withdrawn already: the first attempt may have broken off before this.
            if (answer is { Purpose: ConsentPurpose.RatingsForOthers, IsGiven: false })
                await forget.ForgetAsync(userId, cancellation).ConfigureAwait(false);
            return user.Value;
        }).ConfigureAwait(false);
    }

    static bool IsSame(Profile one, Profile other) =>
        one.FavouriteGenres.SequenceEqual(other.FavouriteGenres) && one with { FavouriteGenres = other.FavouriteGenres } == other;
}
