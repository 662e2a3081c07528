using Matinee.Engine.Baseline;
using Matinee.Engine.Blend;
using Matinee.Engine.Factorization;
using Matinee.Engine.Models;
using Matinee.Engine.Neighbours;
using Matinee.Engine.Popularity;

namespace Matinee.Benchmarks;

/// <summary>A trainer in the race: one way to set it or several to choose from.</summary>
sealed record Contender(string Name, params IReadOnlyList<Variant> Grid);

/// <summary>One way to set a trainer.</summary>
sealed record Variant(string Parameters, ITrainer Trainer);

/// <summary>Every trainer that makes lists; a new one gets a line here.</summary>
static class Contenders
{
    public static IReadOnlyList<Contender> All { get; } =
    [
        new(
            "popularity",
            new Variant("all ratings alike", new PopularityTrainer(new())),
            new Variant("half-life 1000 days", new PopularityTrainer(new() { HalfLifeDays = 1000 })),
            new Variant("weighed by stars", new PopularityTrainer(new() { StarsDamping = 10 }))),
        new("baseline", new Variant("", new BaselineTrainer(new()))),
        new("item-neighbours", new Variant("", new ItemNeighboursTrainer(new()))),
        new("user-neighbours", new Variant("", new UserNeighboursTrainer(new()))),
        new("factorization", new Variant("", new FactorizationTrainer(new()))),
        new("blend", new Variant("", new BlendTrainer(new() { Members = [new FactorizationTrainer(new()), new ItemNeighboursTrainer(new())] }))),
    ];

    public static IReadOnlyList<string> Names { get; } = [.. All.Select(contender => contender.Name)];
}
