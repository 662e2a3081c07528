using Matinee.Engine.Evaluation;
using Matinee.Engine.Ratings;

namespace Matinee.Engine.Hybrid;

/// <summary>How much is known of a film from ratings. The numbers are in files: never change one.</summary>
enum FilmKind : byte
{
    /// <summary>Nobody, or hardly anybody, has rated it.</summary>
    New = 0,

    /// <summary>Neither new nor popular.</summary>
    Tail = 1,

    /// <summary>One of the few that most ratings go to.</summary>
    Popular = 2,
}

static class FilmKinds
{
    public const int Count = 3;

    /// <summary>The kind of each film; the head is counted as everywhere: most rated first, until its share is full.</summary>
    public static byte[] Of(IdMap films, Interactions ratings, HybridOptions options)
    {
        var counts = Array.ConvertAll(films.Ids.ToArray(), id => ratings.Items.IndexOf(id) is var item and >= 0 ? ratings.OfItem(item).Count : 0);
        var kinds = Array.ConvertAll(counts, count => (byte)(count <= options.NewFilmUpTo ? FilmKind.New : FilmKind.Tail));
        var order = IdMap.Range(counts.Length).Ids.ToArray();
        Array.Sort(Array.ConvertAll(order, film => (-counts[film], film)), order);
        var taken = 0L;
        foreach (var film in order)
        {
            if (taken >= options.Segments.HeadShare * ratings.Count || kinds[film] == (byte)FilmKind.New) break;
            taken += counts[film];
            kinds[film] = (byte)FilmKind.Popular;
        }

        return kinds;
    }

    /// <summary>The row of weights of a viewer with so many ratings: new, regular, heavy.</summary>
    public static int OfViewer(SegmentOptions segments, int ratings) => segments.OfUser(ratings) - Segment.NewUsers;
}
