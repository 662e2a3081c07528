using Matinee.Engine.Als;
using Matinee.Engine.Baseline;
using Matinee.Engine.Blend;
using Matinee.Engine.Boards;
using Matinee.Engine.Content;
using Matinee.Engine.Ease;
using Matinee.Engine.Factorization;
using Matinee.Engine.Facts;
using Matinee.Engine.Forest;
using Matinee.Engine.Hybrid;
using Matinee.Engine.Models;
using Matinee.Engine.Neighbours;
using Matinee.Engine.Neural;
using Matinee.Engine.Popularity;
using Matinee.Engine.Ridge;
using Matinee.Local.Hosting;

namespace Matinee.Local.Evaluate;

/// <summary>A kind of trainer, by its name.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Goal">On which board it competes.</param>
/// <param name="Trainer">Makes one, of what is known besides ratings.</param>
sealed record ZooModel(string Name, Goal Goal, Func<KnownFacts, ITrainer> Trainer);

/// <summary>Every trainer there is, each as it is without anybody turning its screws.</summary>
static class Zoo
{
    // As wide as the neighbours' residuals want it, beside the default width: the two err differently.
    const int WiderFactors = 23;
    const int NarrowerFactors = 32;

    public static IReadOnlyList<ZooModel> All { get; } =
    [
        new(PopularityModel.Name, Goal.Lists, static _ => new PopularityTrainer()),
        new(RandomModel.Name, Goal.Lists, static _ => new RandomTrainer()),
        new(AlsModel.Name, Goal.Lists, static _ => new AlsTrainer()),
        new(EaseModel.Name, Goal.Lists, static _ => new EaseTrainer()),
        new(ContentModel.Name, Goal.Lists, static facts => new ContentTrainer(facts)),
        new(HybridModel.Name, Goal.Lists, static facts => new HybridTrainer(new()
        {
            // Two sizes of factors see the same ratings from near and far; content carries films that few have rated.
            Members = [new AlsTrainer(), new AlsTrainer(new() { Factors = NarrowerFactors }), new EaseTrainer(), new ContentTrainer(facts), new PopularityTrainer()],
        })),
        new(BaselineModel.Name, Goal.Stars, static _ => new BaselineTrainer()),
        new(ItemNeighboursModel.Name, Goal.Stars, static _ => new ItemNeighboursTrainer()),
        new(UserNeighboursModel.Name, Goal.Stars, static _ => new UserNeighboursTrainer()),
        new(FactorizationModel.Name, Goal.Stars, static _ => new FactorizationTrainer(new())),
        new(NeuralModel.Name, Goal.Stars, static _ => new NeuralTrainer()),
        new(RidgeModel.Name, Goal.Stars, static facts => new RidgeTrainer(new() { Facts = facts })),
        new(ForestModel.Name, Goal.Stars, static facts => new ForestTrainer(new() { Facts = facts })),
        new(BlendModel.Name, Goal.Stars, static facts => new BlendTrainer(new()
        {
            Members =
            [
                new ItemNeighboursTrainer(), new UserNeighboursTrainer(), new FactorizationTrainer(new()),
                new FactorizationTrainer(new() { Factors = WiderFactors }), new NeuralTrainer(), new ForestTrainer(new() { Facts = facts }),
                new RidgeTrainer(new() { Facts = facts }),
            ],
            Facts = facts,
        })),
    ];

    /// <summary>Those that are named, separated by commas; all where none is.</summary>
    /// <exception cref="LocalException">There is none of a name.</exception>
    public static IReadOnlyList<ZooModel> Choose(string? names)
    {
        if (names is null) return All;
        var asked = names.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct().ToList();
        var unknown = asked.Where(static name => All.All(model => model.Name != name)).ToList();
        if (asked.Count > 0 && unknown.Count == 0) return [.. All.Where(model => asked.Contains(model.Name))];
        var wrong = unknown.Count > 0 ? $"There is no model called {string.Join(" or ", unknown)}." : "No model is named.";
        throw new LocalException($"{wrong} There are: {string.Join(", ", All.Select(static model => model.Name))}.");
    }
}
