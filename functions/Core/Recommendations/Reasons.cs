using Matinee.Engine.Models;

namespace Matinee.Core.Recommendations;

/// <summary>Says why films are in a list. What is named of the viewer's ratings is what the model's own arithmetic says.</summary>
static class Reasons
{
    /// <summary>The most ratings that are named for one film.</summary>
    public const int MaxNamed = 3;

    /// <summary>From so many stars on a film was liked.</summary>
    public const double LikedStars = 3.5;

    // A film that fewer than this part of the catalogue's films are better known than is popular; and a gem is hidden below the other.
    const double PopularPercentile = 0.9;
    const double HiddenPercentile = 0.5;

    // A rating that has less than this part of a score is no reason for it.
    const double LeastPart = 0.02;

    /// <summary>The reasons for the films at some places, each with its explanation where there is one.</summary>
    public static IReadOnlyList<Reason>[] Of(Spectator spectator, ReadOnlySpan<int> places)
    {
        var explanations = spectator.Explain(places);
        var stars = new Dictionary<int, double>(spectator.Taste.Ratings.Count);
        foreach (var rating in spectator.Taste.Ratings) stars[rating.MovieId] = rating.Stars;
        var reasons = new IReadOnlyList<Reason>[places.Length];
        for (var i = 0; i < reasons.Length; i++) reasons[i] = Of(spectator, places[i], explanations[i], stars);
        return reasons;
    }

    static List<Reason> Of(Spectator spectator, int place, Explanation? explanation, Dictionary<int, double> stars)
    {
        var reasons = explanation is null ? [] : Named(spectator, explanation, stars);
        var movie = spectator.Stage.View.Movies[place];
        if (spectator.Taste.FavouriteGenres.FirstOrDefault(genre => movie.Genres.Contains(genre, StringComparer.OrdinalIgnoreCase)) is { } genre)
            reasons.Add(new(ReasonKind.MatchesTaste) { Genre = genre });
        if (spectator.IsByPortrait) reasons.Add(new(ReasonKind.LikedByPortrait));
        var popularity = spectator.Stage.Popularity;
        if (!popularity.Rated.Contains(place)) reasons.Add(new(ReasonKind.New));
        else if (!spectator.IsPersonal || popularity.Percentiles[place] >= PopularPercentile) reasons.Add(new(ReasonKind.Popular));
        else if (popularity.Percentiles[place] <= HiddenPercentile) reasons.Add(new(ReasonKind.HiddenGem));
        return reasons;
    }

    /// <summary>The ratings with the largest summands of the score.</summary>
    static List<Reason> Named(Spectator spectator, Explanation explanation, Dictionary<int, double> stars)
    {
        Span<Share> largest = stackalloc Share[MaxNamed];
        var count = 0;
        foreach (var share in explanation.Shares)
        {
            if (share.Part <= 0 || share.Part < LeastPart * explanation.Score) continue;
            // Into its place among the largest; of equals the first in the order of films stays before.
            var at = count < MaxNamed ? count++ : MaxNamed;
            for (; at > 0 && largest[at - 1].Part < share.Part; at--)
            {
                if (at < MaxNamed) largest[at] = largest[at - 1];
            }

            if (at < MaxNamed) largest[at] = share;
        }

        var reasons = new List<Reason>(MaxNamed + 2);
        foreach (var share in largest[..count])
        {
            var id = spectator.IdOf(share);
            reasons.Add(new(stars[id] >= LikedStars ? ReasonKind.BecauseYouLiked : ReasonKind.BecauseYouRated)
            {
                MovieId = id,
                Title = spectator.Stage.View.Find(id)?.Title,
                Stars = stars[id],
                Share = share.Part,
                Drop = share.Drop,
            });
        }

        return reasons;
    }
}
