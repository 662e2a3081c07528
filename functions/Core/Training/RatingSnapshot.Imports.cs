using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Matinee.Core.Import;
using Matinee.Core.Ratings;

namespace Matinee.Core.Training;

/// <summary>What of a snapshot was imported.</summary>
public sealed partial class RatingSnapshot
{
    const int HashedBytes = 13;

    /// <summary>How many ratings a source has in it, of how many people.</summary>
    internal (long Ratings, int Users) SizeOf(ImportSource source)
    {
        var (ratings, people) = (0L, 0);
        for (var user = 0; user < Rows.Users; user++)
        {
            var count = Rows.Starts.Span[user + 1] - Rows.Starts.Span[user];
            if (count == 0 || !source.Owns(Users[user])) continue;
            ratings += count;
            people++;
        }

        return (ratings, people);
    }

    /// <summary>A hash of all ratings of a source, by which two imports of the same are known.</summary>
    internal UInt128 HashOf(ImportSource source)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var bytes = new byte[HashedBytes];
        foreach (var row in RowsOf(source))
        {
            BinaryPrimitives.WriteInt32LittleEndian(bytes, row.User);
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), row.Movie);
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(8), row.Time);
            bytes[12] = row.Halves;
            hash.AppendData(bytes);
        }

        return BinaryPrimitives.ReadUInt128LittleEndian(hash.GetHashAndReset());
    }

    /// <summary>The counts of each film that a source has ratings of, in ascending order of the films.</summary>
    /// <param name="source">The source.</param>
    /// <param name="reviews">How many of a film's ratings have a text.</param>
    internal IEnumerable<(int MovieId, MovieStats Part)> CountsOf(ImportSource source, IReadOnlyDictionary<int, int> reviews)
    {
        // A rating in eight bytes, film, day and stars from the highest on: sorting brings films and their days together.
        var votes = new ulong[SizeOf(source).Ratings];
        var at = 0;
        foreach (var row in RowsOf(source))
        {
            var day = Decay.DayOf(DateTimeOffset.FromUnixTimeSeconds(row.Time));
            votes[at++] = (ulong)row.Movie << 32 | (ulong)day << 8 | row.Halves;
        }

        Array.Sort(votes);
        var counts = new int[MovieStats.Levels];
        var days = new List<DayCount>();
        for (var i = 0; i < votes.Length;)
        {
            var movie = votes[i] >> 32;
            Array.Clear(counts);
            days.Clear();
            for (; i < votes.Length && votes[i] >> 32 == movie; i++)
            {
                var (day, halves) = ((int)(uint)votes[i] >> 8, (int)(votes[i] & 0xFF));
                counts[halves - 1]++;
                if (days.Count == 0 || days[^1].Day != day) days.Add(new(day, 0, 0));
                CollectionsMarshal.AsSpan(days)[^1] = new(day, days[^1].Count + 1, days[^1].HalvesSum + halves);
            }

            yield return ((int)movie, MovieStats.Of(counts, CollectionsMarshal.AsSpan(days), reviews.GetValueOrDefault((int)movie)));
        }
    }

    IEnumerable<RatingRow> RowsOf(ImportSource source)
    {
        for (var user = 0; user < Rows.Users; user++)
        {
            var (start, end) = (Rows.Starts.Span[user], Rows.Starts.Span[user + 1]);
            if (start == end || !source.Owns(Users[user])) continue;
            for (var at = start; at < end; at++) yield return Rows.RowAt(user, at);
        }
    }
}
