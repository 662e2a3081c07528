using Matinee.Core.Models;
using Matinee.Engine.Models;
using Matinee.Engine.Neighbours;
using Matinee.Engine.Ratings;

namespace Matinee.Core.Recommendations;

/// <summary>
/// The favourites of the people whose ratings are most like the viewer's: only of those who have agreed, and only what several of them
/// share, so that nothing is told of any one.
/// </summary>
static class PeopleLikeYou
{
    /// <summary>How many people are asked.</summary>
    public const int People = 50;

    /// <summary>So many of them must like a film.</summary>
    public const int LeastPeople = 3;

    /// <summary>By how many stars more than was to be expected a film must be liked.</summary>
    public const float Liked = 0.5f;

    /// <summary>Their favourites that may come, the one with the most likeness behind it first.</summary>
    public static List<(Scored Film, int People)> Favourites(Spectator spectator, string? userId, Predicate<int> comes, int count)
    {
        if (Viewer(spectator) is not { } viewer) return [];
        var view = spectator.Stage.View;
        var items = spectator.Stage.Loaded!.Model.Community!.Neighbours.Items;
        return
        [
            .. viewer.Favourites(People, LeastPeople, Liked, SelfOf(spectator, userId))
                .Select(film => (Film: new Scored(view.PlaceOf(items[film.Item]), film.Strength), film.People))
                .Where(film => film.Film.Item >= 0 && !spectator.Hidden.Contains(film.Film.Item) && comes(film.Film.Item))
                .Take(count),
        ];
    }

    /// <summary>How many people are like the viewer, of those asked, and how much on average; the viewer not counted.</summary>
    public static (int People, double MeanLikeness) Nearest(Spectator spectator, string? userId)
    {
        var nearest = Viewer(spectator)?.Nearest(People, SelfOf(spectator, userId)) ?? [];
        // Of so few even an average would tell something of one.
        return nearest.Count < LeastPeople ? (0, 0) : (nearest.Count, nearest.Average(person => person.Similarity));
    }

    static int? SelfOf(Spectator spectator, string? userId) =>
        userId is not null && spectator.Stage.Loaded!.Model.Community!.PersonOf(userId) is >= 0 and var person ? person : null;

    static UserNeighboursViewer? Viewer(Spectator spectator)
    {
        if (spectator.Stage.Loaded?.Model.Community is not Community { Neighbours: var neighbours }) return null;
        var own = spectator.Taste.Ratings.Select(rating => new OwnRating(neighbours.Items.IndexOf(rating.MovieId), (float)rating.Stars)).ToArray();
        return neighbours.FoldIn(own);
    }
}
