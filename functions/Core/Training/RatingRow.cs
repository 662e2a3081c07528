namespace Matinee.Core.Training;

/// <summary>One row, old or new. In order: by user, by film, the earlier state first.</summary>
readonly record struct RatingRow(int User, int Movie, byte Halves, uint Time, long Version) : IComparable<RatingRow>
{
    public bool IsRemoved => Halves == 0;

    public int CompareTo(RatingRow other)
    {
        if (User != other.User) return User.CompareTo(other.User);
        if (Movie != other.Movie) return Movie.CompareTo(other.Movie);
        if (Version != other.Version) return Version.CompareTo(other.Version);
        // One version should be one state. Were it not, any order of arrival must still give the same: the later, the removed, the lower.
        return Time != other.Time ? Time.CompareTo(other.Time) : other.Halves.CompareTo(Halves);
    }

    /// <summary>The same rating of the same user?</summary>
    public bool IsSameRating(RatingRow other) => User == other.User && Movie == other.Movie;
}
