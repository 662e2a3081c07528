using Matinee.Engine.Models;
using Matinee.Engine.Numerics;
using Matinee.Engine.Ratings;
using Matinee.Engine.Training;

namespace Matinee.Engine.Blend;

/// <summary>
/// Several star models as one: their predictions, weighed by a regression on ratings that none of them saw. Afterwards every
/// member learns once more, from all ratings.
/// </summary>
public sealed class BlendTrainer(BlendOptions options) : ITrainer
{
    // In squared stars a rating: enough to settle the weights of members that say nearly the same.
    const double Ridge = 0.01;

    /// <inheritdoc/>
    public string Name => BlendModel.Name;

    /// <inheritdoc/>
    public IModel Fit(Interactions ratings, TrainingRun run)
    {
        ArgumentNullException.ThrowIfNull(ratings);
        ArgumentNullException.ThrowIfNull(run);
        var (kept, held) = Divide(ratings, run);
        var weights = held.Count == 0 ? Even() : Weigh(FitAll(kept, run, "Weighing"), kept, held, run);
        return new BlendModel(ratings.Items, FitAll(ratings, run, "Fitting"), weights);
    }

    IModel[] FitAll(Interactions ratings, TrainingRun run, string stage)
    {
        var models = new IModel[options.Members.Count];
        for (var m = 0; m < models.Length; m++)
        {
            var name = options.Members[m].Name;
            models[m] = options.Members[m].Fit(ratings, run);
            if (models[m].Goal != Goal.Stars)
                throw new InvalidOperationException($"'{name}' does not predict stars. Blend star models only.");
            run.Progress?.Report(new($"{stage} the blend", (m + 1.0) / models.Length));
        }

        return models;
    }

    (Interactions Kept, List<Rating> Held) Divide(Interactions ratings, TrainingRun run)
    {
        var random = new SeededRandom(run.Seed);
        var held = new List<Rating>();
        var kept = new InteractionsBuilder();
        foreach (var rating in ratings.All())
        {
            if (random.NextDouble() < options.HeldOut) held.Add(rating);
            else kept.Add(rating);
        }

        return (kept.Build(cancellation: run.Cancellation), held);
    }

    float[] Even()
    {
        var weights = new float[options.Members.Count + 1];
        weights.AsSpan(1).Fill(1f / options.Members.Count);
        return weights;
    }

    /// <summary>Ridge regression, drawn towards equal weights; the first weight is a constant.</summary>
    static float[] Weigh(IModel[] models, Interactions kept, List<Rating> held, TrainingRun run)
    {
        var predicted = Predict(models, kept, held, run);
        var width = models.Length + 1;
        var matrix = new double[width * width];
        var right = new double[width];
        for (var row = 0; row < held.Count; row++)
        {
            // The regression corrects the plain mean of the members, so that the ridge draws towards it.
            var values = predicted.AsSpan(row * models.Length, models.Length);
            var target = held[row].Stars - Mean(values);
            for (var r = 0; r < width; r++)
            {
                var left = r == 0 ? 1 : values[r - 1];
                right[r] += left * target;
                for (var c = 0; c <= r; c++) matrix[r * width + c] += left * (c == 0 ? 1 : values[c - 1]);
            }
        }

        for (var r = 0; r < width; r++) matrix[r * width + r] += Ridge * held.Count;
        var solved = NormalEquations.Solve(matrix, right);
        var weights = new float[width];
        for (var r = 0; r < width; r++) weights[r] = (float)(solved[r] + (r == 0 ? 0 : 1.0 / models.Length));
        return weights;
    }

    static float[] Predict(IModel[] models, Interactions kept, List<Rating> held, TrainingRun run)
    {
        var people = held.Select((rating, row) => (rating.User, rating.Item, Row: row)).GroupBy(rating => rating.User).ToArray();
        var predicted = new float[held.Count * models.Length];
        Rows.ForEach(people.Length, run, () => 0, (person, _) =>
        {
            var user = kept.Users.IndexOf(people[person].Key);
            var own = user < 0 ? [] : kept.OfUser(user).ToOwn();
            for (var m = 0; m < models.Length; m++)
            {
                var viewer = models[m].FoldIn(own);
                foreach (var (_, item, row) in people[person])
                    predicted[row * models.Length + m] = viewer.Score(kept.Items.IndexOf(item));
            }
        });
        return predicted;
    }

    static double Mean(ReadOnlySpan<float> values)
    {
        var sum = 0.0;
        foreach (var value in values) sum += value;
        return sum / values.Length;
    }
}
