using Matinee.Engine.Ratings;
using Matinee.Engine.Training;

namespace Matinee.Core.Training;

/// <summary>All ratings at a time, and where the change feed goes on from there: what models are trained on. Immutable.</summary>
public sealed partial class RatingSnapshot
{
    /// <summary>No rating at all, from before all changes.</summary>
    public static readonly RatingSnapshot Empty = new(UserTable.Empty, RatingRows.Empty, null, DateTimeOffset.UnixEpoch);

    internal RatingSnapshot(UserTable users, RatingRows rows, string? continuation, DateTimeOffset taken)
    {
        (Users, Rows, Continuation, Taken) = (users, rows, continuation, taken);
        Count = rows.Count - rows.Halves.Span.Count((byte)0);
    }

    /// <summary>The users' numbers, which later snapshots keep.</summary>
    public UserTable Users { get; }

    /// <summary>How many ratings there are.</summary>
    public int Count { get; }

    /// <summary>Where the change feed goes on; null: at its beginning.</summary>
    public string? Continuation { get; }

    /// <summary>The time up to which all changes are in it for certain.</summary>
    public DateTimeOffset Taken { get; }

    internal RatingRows Rows { get; }

    /// <summary>Every rating, by user, then by film.</summary>
    public IEnumerable<RatingUpdate> All()
    {
        foreach (var row in Given())
            yield return new(Users[row.User]!, row.Movie, row.Halves / 2.0, DateTimeOffset.FromUnixTimeSeconds(row.Time), row.Version);
    }

    /// <summary>The ratings for the engine, users by their numbers.</summary>
    public Interactions ToInteractions(IProgress<TrainingProgress>? progress = null, CancellationToken cancellation = default) =>
        ToInteractions(static _ => true, progress, cancellation);

    /// <summary>The ratings of some users for the engine, by their numbers; each user is asked about once.</summary>
    public Interactions ToInteractions(Func<string, bool> takes, IProgress<TrainingProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(takes);
        var builder = new InteractionsBuilder();
        foreach (var rating in Of(takes))
        {
            if (builder.Rows % (1 << 16) == 0) cancellation.ThrowIfCancellationRequested();
            builder.Add(rating);
        }

        return builder.Build(progress, cancellation);
    }

    /// <summary>The ratings of some users, by user, then by film, users by their numbers; each user is asked about once.</summary>
    public IEnumerable<Rating> Of(Func<string, bool> takes)
    {
        ArgumentNullException.ThrowIfNull(takes);
        var (user, isTaken) = (-1, false);
        foreach (var row in Given())
        {
            if (row.User != user) (user, isTaken) = (row.User, takes(Users[row.User]!));
            if (isTaken) yield return new(row.User, row.Movie, row.Halves / 2f, row.Time);
        }
    }

    IEnumerable<RatingRow> Given()
    {
        for (var user = 0; user < Rows.Users; user++)
        {
            var end = Rows.Starts.Span[user + 1];
            for (var at = Rows.Starts.Span[user]; at < end; at++)
            {
                if (Rows.RowAt(user, at) is { IsRemoved: false } row) yield return row;
            }
        }
    }
}
