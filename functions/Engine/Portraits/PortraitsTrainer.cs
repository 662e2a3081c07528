using Matinee.Engine.Facts;
using Matinee.Engine.Models;
using Matinee.Engine.Portraits.Clusters;
using Matinee.Engine.Ratings;
using Matinee.Engine.Statistics;
using Matinee.Engine.Training;

namespace Matinee.Engine.Portraits;

/// <summary>Finds kinds of viewers: k-means over what people watch, how they like it, and what they have told of themselves.</summary>
/// <param name="facts">What is known of films, and of the people who agreed to have it used.</param>
/// <param name="options">How portraits are found.</param>
/// <param name="previous">The last training's model, whose ids and names are kept where its portraits are found again.</param>
public sealed class PortraitsTrainer(KnownFacts facts, PortraitsOptions? options = null, PortraitsModel? previous = null) : ITrainer
{
    const string Stage = "Finding portraits";

    readonly KnownFacts _facts = facts ?? throw new ArgumentNullException(nameof(facts));
    readonly PortraitsOptions _options = options ?? new();

    /// <summary>Divides people among so many clusters instead of <see cref="KMeans"/>, where somebody else is to do it.</summary>
    internal Func<Points, int, TrainingRun, Clustering>? Divide { get; init; }

    /// <inheritdoc/>
    public string Name => PortraitsModel.Name;

    IModel ITrainer.Fit(Interactions ratings, TrainingRun run) => Fit(ratings, run);

    /// <summary>Makes the portraits of those who have rated enough; too few people make one portrait, nobody makes none.</summary>
    public PortraitsModel Fit(Interactions ratings, TrainingRun run)
    {
        ArgumentNullException.ThrowIfNull(ratings);
        ArgumentNullException.ThrowIfNull(run);
        var features = UserFeatures.Of(ratings, _facts, _options.MinRatings, run);
        var space = features.Space;
        var points = new Points(features.Rows, space.Width);
        IReadOnlyList<PortraitCount> curve = _options.Portraits is null ? PortraitChoice.Try(points, _options, run) : [];
        var count = _options.Portraits ?? PortraitChoice.Of(curve, previous?.Portraits.Count);
        var found = Found(points, count, space, run);
        var people = Array.ConvertAll(features.Users, user => _facts.OfPerson(ratings.Users[user]));
        var lists = PortraitLists.Of(ratings, LabelOfEach(ratings.Users.Count, features.Users, found.Labels), found.Sizes, _options, run);
        var variance = PortraitWeights.VarianceOf(features, found.Middles, found.Labels);
        var weights = new PortraitWeights(space, found.Middles, found.Sizes, variance, ProfileEvidence.Of(people, found.Labels, found.Sizes));
        var map = Pca.Of(features.Rows, space.Width, run);
        var (portraits, nextId) = new PortraitPainter(_facts, previous).Paint(ratings, features, people, found, lists, map, run);
        run.Progress?.Report(new(Stage, 1));
        return new(ratings.Items, space, weights, lists, new()
        {
            Portraits = portraits,
            Curve = curve,
            Map = map,
            NextId = nextId,
            MinRatings = _options.MinRatings,
            Variance = variance,
            Space = new(
                [.. space.Columns], [.. space.Genres], space.Films.Decades,
                space.GenreShares.ToArray(), space.DecadeShares.ToArray(), space.UsualVariance),
        });
    }

    Clustering Found(Points points, int count, FeatureSpace space, TrainingRun run)
    {
        run.Progress?.Report(new(Stage, 0));
        if (Divide is { } divide) return divide(points, count, run with { Progress = null });
        var kMeans = new KMeansOptions
        {
            Clusters = count,
            Restarts = _options.Restarts,
            MiniBatchAbove = _options.MiniBatchAbove,
            Start = PortraitContinuity.Start(previous, space),
        };
        return KMeans.Fit(points, kMeans, run with { Progress = null });
    }

    static int[] LabelOfEach(int users, int[] measured, int[] labels)
    {
        var ofEach = new int[users];
        Array.Fill(ofEach, -1);
        for (var i = 0; i < measured.Length; i++) ofEach[measured[i]] = labels[i];
        return ofEach;
    }
}
