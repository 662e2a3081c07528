namespace Matinee.Core.Profiles;

/// <summary>Why a film is on a user's shelf.</summary>
public enum ShelfKind
{
    /// <summary>To be watched.</summary>
    Watchlist,

    /// <summary>Watched already.</summary>
    Seen,

    /// <summary>Not to be recommended.</summary>
    NotInterested,
}
