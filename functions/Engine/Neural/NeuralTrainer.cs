using Matinee.Engine.Baseline;
using Matinee.Engine.Models;
using Matinee.Engine.Numerics;
using Matinee.Engine.Ratings;
using Matinee.Engine.Training;

namespace Matinee.Engine.Neural;

/// <summary>
/// Neural collaborative filtering: embeddings of people and films through a product and a net of two hidden layers, onto the
/// scale of stars. A person is the average of their films' embeddings and a part of their own.
/// </summary>
public sealed class NeuralTrainer(NeuralOptions? options = null) : ITrainer
{
    const string Stage = "Learning embeddings";
    const double RateDecay = 0.95;
    const ulong HeldOutStream = 77;

    // Too few ratings to hold any out: enough passes to have learned something, too few to know them by heart.
    const int EpochsUntested = 10;

    readonly NeuralOptions _options = options ?? new();

    /// <inheritdoc/>
    public string Name => NeuralModel.Name;

    IModel ITrainer.Fit(Interactions ratings, TrainingRun run) => Fit(ratings, run);

    /// <summary>Learns.</summary>
    public NeuralModel Fit(Interactions ratings, TrainingRun run)
    {
        ArgumentNullException.ThrowIfNull(ratings);
        ArgumentNullException.ThrowIfNull(run);
        var epochs = Epochs(ratings, run);
        var baseline = new BaselineTrainer().Fit(ratings, run with { Progress = null });
        var learning = new NeuralLearning(ratings, baseline, _options, run);
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            run.Progress?.Report(new(Stage, (double)epoch / epochs));
            learning.Epoch(epoch, Rate(epoch));
        }

        run.Progress?.Report(new(Stage, 1));
        return new(baseline, learning.State, new(_options.FoldInSteps, (float)_options.FoldInRate, (float)_options.Regularization));
    }

    double Rate(int epoch) => _options.LearningRate * Math.Pow(RateDecay, epoch);

    /// <summary>How many passes are best: tried out with some ratings held out.</summary>
    int Epochs(Interactions ratings, TrainingRun run)
    {
        var random = new SeededRandom(run.Seed, HeldOutStream);
        var (kept, held) = (new InteractionsBuilder(), new List<Rating>());
        foreach (var rating in ratings.All())
        {
            if (random.NextDouble() < _options.HeldOut) held.Add(rating);
            else kept.Add(rating);
        }

        var rest = kept.Build(cancellation: run.Cancellation);
        var asked = new HeldOutRatings(rest, held);
        if (asked.Count == 0) return Math.Min(_options.Epochs, EpochsUntested);
        var baseline = new BaselineTrainer().Fit(rest, run with { Progress = null });
        var learning = new NeuralLearning(rest, baseline, _options, run);
        var (best, least) = (1, double.MaxValue);
        for (var epoch = 0; epoch < _options.Epochs && epoch < best + _options.Patience; epoch++)
        {
            run.Progress?.Report(new("Finding when to stop", (double)epoch / _options.Epochs));
            learning.Epoch(epoch, Rate(epoch));
            var error = asked.Error(learning, baseline, run);
            if (error < least) (best, least) = (epoch + 1, error);
        }

        run.Progress?.Report(new("Finding when to stop", 1));
        return best;
    }
}
