using Matinee.Engine.Models;
using Matinee.Engine.Numerics;
using Matinee.Engine.Ratings;
using Matinee.Engine.Training;

namespace Matinee.Engine.Ease;

/// <summary>
/// Foretells each film from all others by one ridge regression, solved for all films at once (Steck 2019): with G the films' Gram matrix
/// and P = (G + regularization)⁻¹, the weight of film j for film i is −P[j,i] / P[i,i], and none for itself.
/// </summary>
public sealed class EaseTrainer(EaseOptions? options = null) : ITrainer
{
    readonly EaseOptions _options = options ?? new();

    /// <inheritdoc/>
    public string Name => EaseModel.Name;

    /// <inheritdoc/>
    public IModel Fit(Interactions ratings, TrainingRun run)
    {
        ArgumentNullException.ThrowIfNull(ratings);
        ArgumentNullException.ThrowIfNull(run);
        var stars = new StarWeights(_options.StarsInfluence);
        var films = MostRated(ratings);
        RequireMemory(films.Length);
        var matrix = FilmGram.Of(ratings, films, stars, run);
        var ofDropout = _options.Dropout / (1 - _options.Dropout);
        for (var i = 0; i < matrix.Order; i++)
        {
            ref var diagonal = ref matrix.Row(i)[i];
            diagonal += diagonal * ofDropout + _options.Regularization;
        }

        SymmetricInverse.Invert(matrix, run, "Solving for all films at once");
        return new EaseModel(ratings.Items, EaseWeights.Of(matrix, films, ratings.Items.Count, _options.KeptPerFilm, run), stars);
    }

    /// <summary>The films that take part, ascending; of equally rated ones those with the lower ids.</summary>
    int[] MostRated(Interactions ratings)
    {
        var counts = new float[ratings.Items.Count];
        for (var item = 0; item < counts.Length; item++) counts[item] = ratings.OfItem(item).Count;
        return
        [
            .. Ranking.TopItems.Of(counts, Math.Min(_options.MaxItems, counts.Length))
                .Where(film => film.Score > 0)
                .Select(film => film.Item)
                .Order(),
        ];
    }

    static void RequireMemory(int films)
    {
        var needed = (long)films * films * sizeof(float);
        var available = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        if (needed > available)
        {
            throw new InvalidOperationException(
                $"The pairs of {films:N0} films need {needed >> 20:N0} MB and this process may use {available >> 20:N0} MB. Lower MaxItems.");
        }
    }
}
