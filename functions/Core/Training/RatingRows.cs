namespace Matinee.Core.Training;

/// <summary>Ratings as columns, by user, then by film; 17 bytes a rating. Removed ones (no stars) stay until they are forgotten.</summary>
/// <param name="Starts">Where each user's rows begin, and behind the last where they end.</param>
/// <param name="Movies">The films, ascending within a user.</param>
/// <param name="Halves">Stars in halves; 0: removed.</param>
/// <param name="Times">Seconds since 1970 (UTC).</param>
/// <param name="Versions">The versions.</param>
sealed record RatingRows(
    ReadOnlyMemory<int> Starts, ReadOnlyMemory<int> Movies, ReadOnlyMemory<byte> Halves, ReadOnlyMemory<uint> Times, ReadOnlyMemory<long> Versions)
{
    public static readonly RatingRows Empty = new(new int[1], default, default, default, default);

    public int Users => Starts.Length - 1;

    public int Count => Movies.Length;

    public RatingRow RowAt(int user, int row) => new(user, Movies.Span[row], Halves.Span[row], Times.Span[row], Versions.Span[row]);
}
