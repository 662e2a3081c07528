using Matinee.Engine.Baseline;
using Matinee.Engine.Files;
using Matinee.Engine.Models;
using Matinee.Engine.Ratings;

namespace Matinee.Engine.Neighbours;

/// <summary>Expects of a film what the viewer found in the films like it.</summary>
public sealed class ItemNeighboursModel : IModel
{
    /// <summary>The kind of these models.</summary>
    public const string Name = "item-neighbours";

    const string BaselineSection = "baseline";
    const string NeighboursSection = "neighbours";
    const string DampingSection = "damping";

    internal ItemNeighboursModel(BaselineModel baseline, SparseRows neighbours, double damping) =>
        (Baseline, Neighbours, NeighbourOf, Damping) = (baseline, neighbours, neighbours.Transpose(baseline.Items.Count), damping);

    /// <inheritdoc/>
    public string Kind => Name;

    /// <inheritdoc/>
    public Goal Goal => Goal.Stars;

    /// <inheritdoc/>
    public IdMap Items => Baseline.Items;

    internal BaselineModel Baseline { get; }

    /// <summary>Each film's nearest, best first, with their likeness.</summary>
    internal SparseRows Neighbours { get; }

    /// <summary>The films that each film is a neighbour of, with their likeness: what a rating of it is heard by.</summary>
    internal SparseRows NeighbourOf { get; }

    internal double Damping { get; }

    /// <inheritdoc/>
    public IViewer FoldIn(ReadOnlySpan<OwnRating> ratings) => new ItemNeighboursViewer(this, OwnRatings.Known(ratings, Items.Count));

    /// <summary>The films that the same people like; the score is the shrunk correlation. A film that nobody links to any other has none.</summary>
    public IReadOnlyList<Scored> Similar(int item, int count)
    {
        if ((uint)item >= (uint)Items.Count || count <= 0) return [];
        var nearest = Neighbours[item];
        var similar = new Scored[Math.Min(count, nearest.Count)];
        for (var i = 0; i < similar.Length; i++) similar[i] = new(nearest.Columns[i], nearest.Values[i]);
        return similar;
    }

    /// <inheritdoc/>
    public void Save(ModelFileWriter file)
    {
        ArgumentNullException.ThrowIfNull(file);
        Baseline.Save(file.Within(BaselineSection, BaselineModel.Name));
        Neighbours.Add(file.Within(NeighboursSection, NeighboursSection));
        file.AddValue(DampingSection, Damping);
    }

    internal static ItemNeighboursModel Read(ModelFile file)
    {
        var baseline = BaselineModel.Read(file.Within(BaselineSection));
        var films = baseline.Items.Count;
        return new(baseline, SparseRows.Read(file.Within(NeighboursSection), films, films), file.Value<double>(DampingSection));
    }
}
