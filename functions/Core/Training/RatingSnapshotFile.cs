using System.Text;
using Matinee.Core.Ratings;
using Matinee.Engine.Files;

namespace Matinee.Core.Training;

/// <summary>A snapshot as a file of checksummed sections, one a column.</summary>
static class RatingSnapshotFile
{
    const string Kind = "ratings-snapshot";

    public static ModelFileWriter Write(RatingSnapshot snapshot)
    {
        var file = new ModelFileWriter(Kind);
        file.AddText("continuation", snapshot.Continuation ?? "");
        file.AddValue("taken", snapshot.Taken.UtcTicks);
        var (text, ends) = Pack(snapshot.Users);
        file.Add<byte>("users", text);
        file.Add<int>("user-ends", ends);
        file.Add("starts", snapshot.Rows.Starts);
        file.Add("movies", snapshot.Rows.Movies);
        file.Add("halves", snapshot.Rows.Halves);
        file.Add("times", snapshot.Rows.Times);
        file.Add("versions", snapshot.Rows.Versions);
        return file;
    }

    /// <exception cref="ModelFileException">It is no snapshot, or its sections do not fit together.</exception>
    public static RatingSnapshot Read(ModelFile file)
    {
        if (file.Kind != Kind) throw new ModelFileException($"This is a file of kind '{file.Kind}', not a ratings snapshot.");
        var users = Unpack(file.Section<byte>("users").Span, file.Section<int>("user-ends").Span);
        var starts = file.Section<int>("starts", users.Count + 1L);
        var count = RequireAscending(starts.Span);
        var rows = new RatingRows(
            starts,
            file.Section<int>("movies", count),
            file.Section<byte>("halves", count),
            file.Section<uint>("times", count),
            file.Section<long>("versions", count));
        RequireSound(users, rows);
        var continuation = file.Text("continuation");
        return new(users, rows, continuation.Length == 0 ? null : continuation, TimeOf(file.Value<long>("taken")));
    }

    /// <summary>What whoever goes through the rows relies on.</summary>
    static void RequireSound(UserTable users, RatingRows rows)
    {
        var starts = rows.Starts.Span;
        var movies = rows.Movies.Span;
        var halves = rows.Halves.Span;
        for (var user = 0; user < rows.Users; user++)
        {
            var own = movies[starts[user]..starts[user + 1]];
            if (!own.IsEmpty && users[user] is null) throw new ModelFileException($"User {user} has rows and no id.");
            var before = -1;
            foreach (var movie in own)
            {
                if (movie <= before) throw new ModelFileException($"The films of user {user} do not ascend: {before}, then {movie}.");
                before = movie;
            }
        }

        if (halves.IndexOfAnyExceptInRange((byte)0, (byte)MovieStats.Levels) is >= 0 and var at)
            throw new ModelFileException($"Row {at} has {halves[at]} halves of a star; there are at most {MovieStats.Levels}.");
    }

    static DateTimeOffset TimeOf(long ticks) => ticks >= 0 && ticks <= DateTimeOffset.MaxValue.UtcTicks
        ? new(ticks, TimeSpan.Zero)
        : throw new ModelFileException($"There is no time {ticks}.");

    static (byte[] Text, int[] Ends) Pack(UserTable users)
    {
        using var text = new MemoryStream();
        var ends = new int[users.Count];
        for (var user = 0; user < users.Count; user++)
        {
            // No user's id is empty: an empty one is a forgotten user's.
            text.Write(Encoding.UTF8.GetBytes(users[user] ?? ""));
            ends[user] = checked((int)text.Position);
        }

        return (text.ToArray(), ends);
    }

    static UserTable Unpack(ReadOnlySpan<byte> text, ReadOnlySpan<int> ends)
    {
        var ids = new string?[ends.Length];
        var start = 0;
        for (var user = 0; user < ids.Length; user++)
        {
            if (ends[user] < start || ends[user] > text.Length)
                throw new ModelFileException($"The id of user {user} ends at {ends[user]}, outside of the ids.");
            ids[user] = ends[user] == start ? null : Encoding.UTF8.GetString(text[start..ends[user]]);
            start = ends[user];
        }

        try
        {
            return new(ids);
        }
        catch (ArgumentException error)
        {
            throw new ModelFileException("Two users have one id.", error);
        }
    }

    static int RequireAscending(ReadOnlySpan<int> starts)
    {
        for (var user = 1; user < starts.Length; user++)
        {
            if (starts[user] < starts[user - 1]) throw new ModelFileException($"The rows of user {user - 1} end before they begin.");
        }

        return starts[0] == 0 ? starts[^1] : throw new ModelFileException($"The rows begin at {starts[0]}, not at 0.");
    }
}
