using Matinee.Core.Profiles;
using Matinee.Core.Ratings;

namespace Matinee.Core.Accounts;

/// <summary>Everything that is kept of a person.</summary>
/// <param name="User">The account with profile and consents.</param>
/// <param name="Sessions">The devices that are signed in.</param>
/// <param name="Ratings">All ratings with their reviews.</param>
/// <param name="Shelf">The watchlist, what was seen, and what is not of interest.</param>
public sealed record PersonalData(
    User User, IReadOnlyList<Session> Sessions, IReadOnlyList<ViewerRating> Ratings, IReadOnlyList<ShelfEntry> Shelf);
