using Matinee.Engine.Als;
using Matinee.Engine.Baseline;
using Matinee.Engine.Blend;
using Matinee.Engine.Boards;
using Matinee.Engine.Content;
using Matinee.Engine.Ease;
using Matinee.Engine.Factorization;
using Matinee.Engine.Facts;
using Matinee.Engine.Hybrid;
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
    static readonly float[] s_regularizations = [0.36f, 0.44f, 0.52f];
    static readonly float[] s_unobserved = [0.15f, 0.25f, 0.4f];
    static readonly (float Regularization, float Unobserved)[] s_pairs = [(0.36f, 0.25f), (0.44f, 0.25f), (0.44f, 0.4f), (0.52f, 0.4f)];
    static readonly float[] s_ridges = [50, 200, 500];
    static readonly float[] s_dropouts = [0, 0.33f, 0.5f];

    /// <summary>All, with what is known of the films for those that use it.</summary>
    public static IReadOnlyList<Contender> All(KnownFacts facts) =>
    [
        new(
            "popularity",
            new Variant("all ratings alike", new PopularityTrainer(new())),
            new Variant("half-life 1000 days", new PopularityTrainer(new() { HalfLifeDays = 1000 })),
            new Variant("weighed by stars", new PopularityTrainer(new() { StarsDamping = 10 }))),
        new("ials", Als()),
        new("ease", Ease()),
        new("content", new Variant("", new ContentTrainer(facts))),
        new("hybrid", Hybrid(facts)),
        new("random", new Variant("", new RandomTrainer())),
        new("baseline", new Variant("", new BaselineTrainer(new()))),
        new("item-neighbours", new Variant("", new ItemNeighboursTrainer(new()))),
        new("user-neighbours", new Variant("", new UserNeighboursTrainer(new()))),
        new("factorization", new Variant("", new FactorizationTrainer(new()))),
        new("blend", new Variant("", new BlendTrainer(new() { Members = [new FactorizationTrainer(new()), new ItemNeighboursTrainer(new())] }))),
    ];

    static Variant[] Als() =>
    [
        .. from regularization in s_regularizations
           from unobserved in s_unobserved
           select new Variant(
               $"regularization {regularization}, unobserved {unobserved}",
               new AlsTrainer(new() { Regularization = regularization, UnobservedWeight = unobserved })),
    ];

    static Variant[] Ease() =>
    [
        .. from regularization in s_ridges
           from dropout in s_dropouts
           select new Variant(
               $"regularization {regularization}, dropout {dropout}",
               new EaseTrainer(new() { Regularization = regularization, Dropout = dropout })),
    ];

    // Two sizes of factors see the same ratings from near and far; content carries films that few have rated, popularity newcomers.
    static Variant[] Hybrid(KnownFacts facts) =>
    [
        .. from pair in s_pairs
           let regularization = pair.Regularization
           let unobserved = pair.Unobserved
           select new Variant(
               $"regularization {regularization}, unobserved {unobserved}",
               new HybridTrainer(new()
               {
                   Members =
                   [
                       new AlsTrainer(new() { Regularization = regularization, UnobservedWeight = unobserved }),
                       new AlsTrainer(new() { Factors = 32, Regularization = regularization, UnobservedWeight = unobserved }),
                       new EaseTrainer(),
                       new ContentTrainer(facts),
                       new PopularityTrainer(),
                   ],
               })),
    ];

    public static IReadOnlyList<string> Names { get; } = [.. All(KnownFacts.None).Select(contender => contender.Name)];
}
