using Matinee.Engine.Als;
using Matinee.Engine.Ease;
using Matinee.Engine.Models;
using Matinee.Engine.Neighbours;

namespace Matinee.Engine.Boards;

/// <summary>The options of a trainer that are searched, and how they are set.</summary>
/// <param name="Name">What memories know it by.</param>
/// <param name="Knobs">The options.</param>
/// <param name="Make">A trainer with these values, by the names of the knobs.</param>
public sealed record SearchSpace(string Name, IReadOnlyList<Knob> Knobs, Func<IReadOnlyDictionary<string, double>, ITrainer> Make)
{
    /// <summary>Around the defaults of <see cref="AlsOptions"/>.</summary>
    public static SearchSpace Als { get; } = new(
        AlsModel.Name,
        [
            new(nameof(AlsOptions.Factors), 16, 192, 64, Logarithmic: true, Whole: true),
            new(nameof(AlsOptions.Regularization), 0.2, 0.8, AlsOptions.DefaultRegularization, Logarithmic: true),
            new(nameof(AlsOptions.UnobservedWeight), 0.05, 1, AlsOptions.DefaultUnobservedWeight, Logarithmic: true),
        ],
        values => new AlsTrainer(new()
        {
            Factors = (int)values[nameof(AlsOptions.Factors)],
            Regularization = (float)values[nameof(AlsOptions.Regularization)],
            UnobservedWeight = (float)values[nameof(AlsOptions.UnobservedWeight)],
        }));

    /// <summary>Around the defaults of <see cref="EaseOptions"/>.</summary>
    public static SearchSpace Ease { get; } = new(
        EaseModel.Name,
        [
            new(nameof(EaseOptions.Regularization), 20, 2000, EaseOptions.DefaultRegularization, Logarithmic: true),
            new(nameof(EaseOptions.Dropout), 0, 0.7, EaseOptions.DefaultDropout),
        ],
        values => new EaseTrainer(new()
        {
            Regularization = (float)values[nameof(EaseOptions.Regularization)],
            Dropout = (float)values[nameof(EaseOptions.Dropout)],
        }));

    /// <summary>Around the defaults of <see cref="ItemNeighboursOptions"/>.</summary>
    public static SearchSpace ItemNeighbours { get; } = new(
        ItemNeighboursModel.Name,
        [
            new(nameof(ItemNeighboursOptions.Neighbours), 30, 300, ItemNeighboursOptions.DefaultNeighbours, Logarithmic: true, Whole: true),
            new(nameof(ItemNeighboursOptions.Shrinkage), 10, 1000, ItemNeighboursOptions.DefaultShrinkage, Logarithmic: true),
            new(nameof(ItemNeighboursOptions.Damping), 0.003, 0.3, ItemNeighboursOptions.DefaultDamping, Logarithmic: true),
        ],
        values => new ItemNeighboursTrainer(new()
        {
            Neighbours = (int)values[nameof(ItemNeighboursOptions.Neighbours)],
            Shrinkage = values[nameof(ItemNeighboursOptions.Shrinkage)],
            Damping = values[nameof(ItemNeighboursOptions.Damping)],
        }));

    /// <summary>The trainer as a memory says it does best; as it starts where nothing was tried.</summary>
    public ITrainer Best(SearchMemory? memory) => Make(BestOf(memory) ?? Start);

    /// <summary>The values that a memory says do best; null where it says nothing of this space.</summary>
    public IReadOnlyDictionary<string, double>? BestOf(SearchMemory? memory) => memory is not null && Fits(memory) ? memory.Best?.Values : null;

    /// <summary>The values to start from.</summary>
    internal Dictionary<string, double> Start => Knobs.ToDictionary(knob => knob.Name, knob => knob.Start);

    /// <summary>Is it a memory of this space, with the same knobs as today and values within them?</summary>
    internal bool Fits(SearchMemory memory) => memory.Space == Name && memory.Trials.Concat(memory.Before).All(trial =>
        trial.Values.Count == Knobs.Count &&
        Knobs.All(knob => trial.Values.TryGetValue(knob.Name, out var value) && value >= knob.Min && value <= knob.Max));
}
