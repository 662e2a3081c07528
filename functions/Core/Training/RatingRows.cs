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

    const int UsersBetweenLooks = 1024;

    public int Users => Starts.Length - 1;

    public int Count => Movies.Length;

    /// <summary>The rows with changes laid over them: of two states of one rating the later stays.</summary>
    /// <param name="changes">In order, one for each rating.</param>
    /// <param name="users">How many users there are now.</param>
    /// <param name="cancellation">Stops it.</param>
    public RatingRows Merge(ReadOnlySpan<RowChange> changes, int users, CancellationToken cancellation)
    {
        if (Count > Array.MaxLength - changes.Length)
            throw new InvalidOperationException($"A snapshot holds {Array.MaxLength:N0} ratings at most; {Count:N0} and {changes.Length:N0} are too many.");
        var into = new RowWriter(users, Count + changes.Length);
        var starts = Starts.Span;
        var movies = Movies.Span;
        for (var user = 0; user < users; user++)
        {
            if (user % UsersBetweenLooks == 0) cancellation.ThrowIfCancellationRequested();
            var (row, end) = user < Users ? (starts[user], starts[user + 1]) : (0, 0);
            while (row < end || (changes.Length > 0 && changes[0].User == user))
            {
                var changed = changes.Length > 0 && changes[0].User == user && (row == end || changes[0].Movie <= movies[row]);
                if (!changed)
                {
                    into.Add(RowAt(user, row++));
                    continue;
                }

                var change = changes[0];
                changes = changes[1..];
                if (row < end && movies[row] == change.Movie)
                {
                    var old = RowAt(user, row++);
                    if (old.CompareTo(change) > 0) change = old;
                }

                into.Add(change);
            }

            into.EndUser(user);
        }

        return into.ToRows();
    }

    /// <summary>The rows without some.</summary>
    public RatingRows Where(Func<RowChange, bool> stays, CancellationToken cancellation)
    {
        var into = new RowWriter(Users, Count);
        for (var user = 0; user < Users; user++)
        {
            if (user % UsersBetweenLooks == 0) cancellation.ThrowIfCancellationRequested();
            for (var row = Starts.Span[user]; row < Starts.Span[user + 1]; row++)
            {
                var kept = RowAt(user, row);
                if (stays(kept)) into.Add(kept);
            }

            into.EndUser(user);
        }

        return into.ToRows();
    }

    public RowChange RowAt(int user, int row) => new(user, Movies.Span[row], Halves.Span[row], Times.Span[row], Versions.Span[row]);
}
