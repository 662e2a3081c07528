using Matinee.Engine.Facts;
using Matinee.Engine.Ratings;

namespace Matinee.Engine.Portraits;

/// <summary>The films that a portrait likes beyond what everybody likes.</summary>
static class Favourites
{
    const int Most = 12;

    /// <summary>A film that fewer of a portrait's people like is nobody's business.</summary>
    const int LeastLikers = 5;

    /// <summary>Ranked by share · log(lift), which asks for both: liked by many, and more than elsewhere.</summary>
    public static IReadOnlyList<FavouriteFilm> Of(int portrait, int size, PortraitLists lists, IdMap items, KnownFacts facts)
    {
        var (here, all) = (lists.Of(portrait).ToArray(), lists.OfAll.ToArray());
        return
        [
            .. Enumerable.Range(0, items.Count)
                .Where(film => here[film] * size >= LeastLikers && here[film] > all[film] && all[film] > 0)
                .OrderByDescending(film => here[film] * Math.Log(here[film] / all[film])).ThenBy(film => film)
                .Take(Most)
                .Select(film => new FavouriteFilm(items[film], facts.OfFilm(items[film])?.Title ?? "", here[film], here[film] / all[film])),
        ];
    }
}
