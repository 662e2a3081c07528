using Matinee.Engine.Files;
using Matinee.Engine.Models;
using Matinee.Engine.Ratings;

namespace Matinee.Engine.Ease;

/// <summary>A weight for each pair of films: a score is the sum of what the viewer's own films say.</summary>
public sealed class EaseModel : IModel
{
    /// <summary>The kind of these models.</summary>
    public const string Name = "ease";

    const string InfluenceSection = "stars-influence";

    internal EaseModel(IdMap items, EaseWeights weights, StarWeights stars) => (Items, Weights, Stars) = (items, weights, stars);

    /// <inheritdoc/>
    public string Kind => Name;

    /// <inheritdoc/>
    public Goal Goal => Goal.Lists;

    /// <inheritdoc/>
    public IdMap Items { get; }

    internal EaseWeights Weights { get; }

    internal StarWeights Stars { get; }

    /// <inheritdoc/>
    public IViewer FoldIn(ReadOnlySpan<OwnRating> ratings) => new EaseViewer(this, OwnRatings.Known(ratings, Items.Count));

    /// <summary>
    /// The films with the largest partial correlation: seen by the same people beyond what all other films explain, which finds kin
    /// rather than what everybody has seen.
    /// </summary>
    public IReadOnlyList<Scored> Similar(int item, int count)
    {
        if ((uint)item >= (uint)Items.Count || count <= 0) return [];
        var row = Weights.OfOwn[item];
        var spreads = Weights.Spreads.Span;
        var similar = new Scored[row.Count];
        for (var i = 0; i < similar.Length; i++)
            similar[i] = new(row.Columns[i], row.Values[i] * spreads[row.Columns[i]] / spreads[item]);
        similar.AsSpan().Sort();
        return similar.Length <= count ? similar : similar[..count];
    }

    /// <inheritdoc/>
    public void Save(ModelFileWriter file)
    {
        ArgumentNullException.ThrowIfNull(file);
        ItemIds.Add(file, Items);
        file.AddValue(InfluenceSection, Stars.Influence);
        Weights.Add(file);
    }

    internal static EaseModel Read(ModelFile file)
    {
        var items = ItemIds.Read(file);
        return new(items, EaseWeights.Read(file, items.Count), StarWeights.Read(file, InfluenceSection));
    }
}
