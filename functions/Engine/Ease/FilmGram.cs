using Matinee.Engine.Numerics;
using Matinee.Engine.Ratings;
using Matinee.Engine.Training;

namespace Matinee.Engine.Ease;

/// <summary>How often films are seen by the same people, each rating by its weight.</summary>
static class FilmGram
{
    /// <summary>The lower triangle of Σ users of w[i]·w[j] for some films, ascending.</summary>
    public static SymmetricMatrix Of(Interactions ratings, int[] films, StarWeights stars, TrainingRun run)
    {
        var gram = new SymmetricMatrix(films.Length);
        var places = new int[ratings.Items.Count];
        Array.Fill(places, -1);
        for (var place = 0; place < films.Length; place++) places[films[place]] = place;
        var steps = new Steps(run, "Counting pairs of films", films.Length);

        // Each row is added up by one thread, user by user: nothing is shared, and the order is always the same.
        Rows.ForEach(films.Length, run, () => 0, (row, _) =>
        {
            var sums = gram.Row(row);
            var users = ratings.OfItem(films[row]);
            for (var u = 0; u < users.Count; u++)
            {
                var weight = stars.OfHalves(users.Halves[u]);
                var own = ratings.OfUser(users.Others[u]);
                for (var i = 0; i < own.Count && own.Others[i] <= films[row]; i++)
                {
                    var place = places[own.Others[i]];
                    if (place >= 0) sums[place] += weight * stars.OfHalves(own.Halves[i]);
                }
            }

            steps.Done();
        }, chunk: 1);
        return gram;
    }
}
