using Matinee.Engine.Facts;
using Matinee.Engine.Files;
using Matinee.Engine.Models;
using Matinee.Engine.Ratings;
using Matinee.Engine.Statistics;

namespace Matinee.Engine.Portraits;

/// <summary>
/// Kinds of viewers and what each kind likes: lists for people of whom little is known, and the picture that the insights draw.
/// It holds no person; whose portrait somebody has is found when they ask.
/// </summary>
public sealed class PortraitsModel : IProfiledModel
{
    /// <summary>The kind of these models.</summary>
    public const string Name = "portraits";

    internal PortraitsModel(IdMap items, FeatureSpace space, PortraitWeights weights, PortraitLists lists, PortraitsDetails details) =>
        (Items, Space, Weights, Lists, Details) = (items, space, weights, lists, details);

    /// <inheritdoc/>
    public string Kind => Name;

    /// <inheritdoc/>
    public Goal Goal => Goal.Lists;

    /// <inheritdoc/>
    public IdMap Items { get; }

    /// <summary>The features of people that portraits are made of.</summary>
    public FeatureSpace Space { get; }

    /// <summary>The portraits, the largest first.</summary>
    public IReadOnlyList<Portrait> Portraits => Details.Portraits;

    /// <summary>The elbow and silhouette curves that their number was chosen by; empty where it was given.</summary>
    public IReadOnlyList<PortraitCount> Curve => Details.Curve;

    /// <summary>The map of people that portraits have places on.</summary>
    public Pca Map => Details.Map;

    internal PortraitWeights Weights { get; }

    internal PortraitLists Lists { get; }

    internal PortraitsDetails Details { get; }

    /// <summary>The portrait of a person; null where the model has none at all.</summary>
    public PortraitGuess? PortraitOf(ReadOnlySpan<OwnRating> ratings, PersonFacts person) => Fold(ratings, person).Portrait;

    /// <summary>Where a person lies on the <see cref="Map"/>.</summary>
    public (double X, double Y) PlaceOf(ReadOnlySpan<OwnRating> ratings, PersonFacts person) =>
        Map.Of(Space.Of(OwnRatings.Known(ratings, Items.Count), person));

    /// <inheritdoc/>
    public IViewer FoldIn(ReadOnlySpan<OwnRating> ratings) => Fold(ratings, PersonFacts.Unknown);

    /// <inheritdoc/>
    public IViewer FoldIn(ReadOnlySpan<OwnRating> ratings, PersonFacts person) => Fold(ratings, person);

    /// <summary>Always empty: portraits tell people apart, not films.</summary>
    public IReadOnlyList<Scored> Similar(int item, int count) => [];

    /// <inheritdoc/>
    public void Save(ModelFileWriter file) => PortraitsFile.Add(file, this);

    internal static PortraitsModel Read(ModelFile file) => PortraitsFile.Read(file);

    internal int[] Sizes => [.. Portraits.Select(portrait => portrait.Size)];

    PortraitViewer Fold(ReadOnlySpan<OwnRating> ratings, PersonFacts person)
    {
        ArgumentNullException.ThrowIfNull(person);
        return new(this, OwnRatings.Known(ratings, Items.Count), person);
    }
}
