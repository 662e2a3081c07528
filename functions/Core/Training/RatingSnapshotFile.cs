using System.Text;
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
        var continuation = file.Text("continuation");
        return new(users, rows, continuation.Length == 0 ? null : continuation, new(file.Value<long>("taken"), TimeSpan.Zero));
    }

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

        return new(ids);
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
