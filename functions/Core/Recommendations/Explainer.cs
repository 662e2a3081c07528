using System.Buffers;
using Matinee.Core.Problems;
using Matinee.Core.Ratings;

namespace Matinee.Core.Recommendations;

/// <summary>Splits the scores of films among the ratings that they come from.</summary>
public sealed class Explainer(Spectators spectators)
{
    /// <summary>The most films that can be asked for at once.</summary>
    public const int MaxMovies = 50;

    /// <summary>Explains by a viewer's own ratings, without some of them.</summary>
    public async Task<Explanations> ForAsync(
        string userId, IReadOnlyList<int> movieIds, IReadOnlyList<int> notBecauseOf, CancellationToken cancellation = default)
    {
        var arrival = await spectators.ArriveAsync(new(userId), cancellation).ConfigureAwait(false);
        return Explain(await spectators.SeatAsync(arrival, notBecauseOf, cancellation).ConfigureAwait(false), movieIds);
    }

    /// <summary>Explains by some ratings, of which nothing is kept.</summary>
    public async Task<Explanations> ForAsync(
        IReadOnlyList<RatedMovie> ratings, IReadOnlyList<int> movieIds, IReadOnlyList<int> notBecauseOf, CancellationToken cancellation = default) =>
        Explain(await spectators.SeatAsync(ratings, notBecauseOf, cancellation).ConfigureAwait(false), movieIds);

    /// <summary>Explains some films.</summary>
    /// <exception cref="ProblemException">They are too many, or one is not in the catalogue.</exception>
    public static Explanations Explain(Spectator spectator, IReadOnlyList<int> movieIds)
    {
        ArgumentNullException.ThrowIfNull(spectator);
        ArgumentNullException.ThrowIfNull(movieIds);
        if (movieIds.Count is 0 or > MaxMovies)
            throw ProblemException.InvalidValue("movieIds", $"{movieIds.Count} films can't be explained at once; ask for 1 to {MaxMovies}");
        var view = spectator.Stage.View;
        var places = new int[movieIds.Count];
        for (var i = 0; i < places.Length; i++)
        {
            places[i] = view.PlaceOf(movieIds[i]);
            if (places[i] < 0) throw ProblemException.MovieNotFound(movieIds[i]);
        }

        var explanations = spectator.Explain(places);
        var stars = spectator.Taste.Ratings.ToDictionary(rating => rating.MovieId, rating => rating.Stars);
        var scores = ScoresOf(spectator, places);
        var items = new MovieExplanation[places.Length];
        for (var i = 0; i < items.Length; i++)
        {
            var shares = explanations[i]?.Shares.Select(share => new RatingShare(spectator.IdOf(share), stars[spectator.IdOf(share)], share.Part, share.Drop));
            // Without an explanation nothing of a score is the viewer's own doing.
            items[i] = new(
                movieIds[i], explanations[i]?.Score ?? scores[i], explanations[i]?.Base ?? scores[i], spectator.Predict(places[i]),
                [.. (shares ?? []).OrderByDescending(share => share.Share)]);
        }

        return new(spectator.Stage.ModelVersion, items);
    }

    static float[] ScoresOf(Spectator spectator, int[] places)
    {
        var length = spectator.Stage.View.Movies.Length;
        var pooled = ArrayPool<float>.Shared.Rent(length);
        try
        {
            spectator.Score(pooled.AsSpan(0, length));
            return Array.ConvertAll(places, place => float.IsNaN(pooled[place]) ? 0 : pooled[place]);
        }
        finally
        {
            ArrayPool<float>.Shared.Return(pooled);
        }
    }
}
