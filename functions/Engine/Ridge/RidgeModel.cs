using Matinee.Engine.Facts;
using Matinee.Engine.Features;
using Matinee.Engine.Files;
using Matinee.Engine.Models;
using Matinee.Engine.Ratings;

namespace Matinee.Engine.Ridge;

/// <summary>A constant and a weight for each column of the feature table.</summary>
public sealed class RidgeModel : IProfiledModel
{
    /// <summary>The kind of these models.</summary>
    public const string Name = "ridge";

    const string WeightsSection = "weights";

    readonly ReadOnlyMemory<double> _weights;

    internal RidgeModel(FeatureTable table, ReadOnlyMemory<double> weights) => (Table, _weights) = (table, weights);

    /// <inheritdoc/>
    public string Kind => Name;

    /// <inheritdoc/>
    public Goal Goal => Goal.Stars;

    /// <inheritdoc/>
    public IdMap Items => Table.Baseline.Items;

    /// <summary>Stars for one more of each column of the feature table.</summary>
    public IReadOnlyList<(string Feature, double Weight)> Weights =>
        [.. Table.Columns.Names.Select((name, column) => (name, _weights.Span[column + 1]))];

    internal FeatureTable Table { get; }

    /// <inheritdoc/>
    public IViewer FoldIn(ReadOnlySpan<OwnRating> ratings) => FoldIn(ratings, PersonFacts.Unknown);

    /// <inheritdoc/>
    public IViewer FoldIn(ReadOnlySpan<OwnRating> ratings, PersonFacts person)
    {
        ArgumentNullException.ThrowIfNull(person);
        return new RidgeViewer(this, Table.Viewer(OwnRatings.Known(ratings, Items.Count), person));
    }

    /// <summary>Always empty: weights say what films are like, not which are alike.</summary>
    public IReadOnlyList<Scored> Similar(int item, int count) => [];

    /// <inheritdoc/>
    public void Save(ModelFileWriter file)
    {
        ArgumentNullException.ThrowIfNull(file);
        ItemIds.Add(file, Items);
        Table.Save(file);
        file.Add(WeightsSection, _weights);
    }

    internal float Predict(ReadOnlySpan<float> row)
    {
        var sum = _weights.Span[0];
        for (var c = 0; c < row.Length; c++) sum += _weights.Span[c + 1] * row[c];
        return Stars.Clamp((float)sum);
    }

    internal static RidgeModel Read(ModelFile file)
    {
        var table = FeatureTable.Read(file, ItemIds.Read(file));
        var weights = file.Section<double>(WeightsSection, table.Columns.Width + 1L);
        foreach (var weight in weights.Span)
        {
            if (!double.IsFinite(weight)) throw new ModelFileException($"The section '{WeightsSection}' holds {weight}, which is no number.");
        }

        return new(table, weights);
    }
}
