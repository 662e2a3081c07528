using System.Text;
using Matinee.Local.Import.Sources;

namespace Matinee.Local.Import.MovieLens;

/// <summary>Reads a file of ratings block by block: its memory is a block, however long it is.</summary>
sealed class RatingLines(IInputFiles files, MovieLensLayout layout, Problems problems, DateTimeOffset now)
{
    const int BlockBytes = 1 << 20;
    const string Header = "userId,movieId,rating,timestamp";

    static readonly TimeSpan s_clockSkew = TimeSpan.FromDays(1);

    /// <summary>How many bytes of how many have been read.</summary>
    public (long Read, long Length) Position { get; private set; }

    /// <summary>The sound lines of the whole file, each block's at once; what is wrong with others goes to the problems.</summary>
    /// <exception cref="ImportException">The file is not one of ratings, or ends in the middle of a line.</exception>
    public IEnumerable<IReadOnlyList<RatingLine>> Blocks()
    {
        problems.Clear(layout.Ratings);
        using var stream = files.Open(layout.Ratings);
        var buffer = new byte[BlockBytes];
        var lines = new Lines(Encoding.ASCII.GetBytes(layout.Separator), (now + s_clockSkew).ToUnixTimeSeconds());
        var (filled, good) = (0, 0L);
        Position = (0, files.LengthOf(layout.Ratings));
        while (true)
        {
            var read = stream.Read(buffer, filled, buffer.Length - filled);
            if (read == 0) break;
            Position = (Position.Read + read, Position.Length);
            filled += read;
            var end = buffer.AsSpan(0, filled).LastIndexOf((byte)'\n') + 1;
            if (end == 0 && filled == buffer.Length)
                throw new ImportException($"{layout.Ratings} has no line break in a megabyte: it is no text with a rating in each line.");
            Parse(buffer.AsSpan(0, end), lines);
            good += lines.Good.Count;
            yield return lines.Good;
            buffer.AsSpan(end, filled - end).CopyTo(buffer);
            filled -= end;
        }

        if (filled > 0)
        {
            throw new ImportException(
                $"{layout.Ratings} ends in the middle of line {lines.Number + 1:N0}: it was cut off. Get it anew, or end its last line if it is whole.");
        }

        problems.RequireSound(layout.Ratings, good);
    }

    void Parse(ReadOnlySpan<byte> block, Lines lines)
    {
        lines.Good.Clear();
        while (block.Length > 0)
        {
            var end = block.IndexOf((byte)'\n');
            var line = block[..end].TrimEnd((byte)'\r');
            block = block[(end + 1)..];
            lines.Number++;
            if (lines.Number == 1 && layout.HasHeader)
            {
                RequireHeader(line);
                continue;
            }

            if (RatingLine.TryParse(line, lines.Separator, lines.Latest, out var rating) is not { } problem) lines.Good.Add(rating);
            else if (line.Length > 0) problems.Add(layout.Ratings, lines.Number, problem);
        }
    }

    void RequireHeader(ReadOnlySpan<byte> line)
    {
        if (line.StartsWith("\uFEFF"u8)) line = line[3..];
        if (Encoding.UTF8.GetString(line) is var text && !text.Equals(Header, StringComparison.OrdinalIgnoreCase))
            throw new ImportException($"{layout.Ratings} begins with '{text[..Math.Min(text.Length, 60)]}' and not with {Header}: it is no MovieLens file.");
    }

    sealed class Lines(byte[] separator, long latest)
    {
        public byte[] Separator { get; } = separator;

        public long Latest { get; } = latest;

        public List<RatingLine> Good { get; } = [];

        public long Number { get; set; }
    }
}
