using Matinee.Engine.Facts;
using Matinee.Engine.Features;
using Matinee.Engine.Files;
using Matinee.Engine.Models;
using Matinee.Engine.Ratings;

namespace Matinee.Engine.Forest;

/// <summary>A forest and the feature table that it asks about.</summary>
public sealed class ForestModel : IProfiledModel
{
    /// <summary>The kind of these models.</summary>
    public const string Name = "forest";

    const string ImportancesSection = "importances";

    readonly ReadOnlyMemory<double> _shares;

    internal ForestModel(FeatureTable table, Trees trees, ReadOnlyMemory<double> shares) =>
        (Table, Trees, _shares) = (table, trees, shares);

    /// <inheritdoc/>
    public string Kind => Name;

    /// <inheritdoc/>
    public Goal Goal => Goal.Stars;

    /// <inheritdoc/>
    public IdMap Items => Table.Baseline.Items;

    /// <summary>How much each column of the feature table explains, the most important first.</summary>
    public IReadOnlyList<Importance> Importances =>
    [
        .. Table.Columns.Names.Select((name, column) => new Importance(name, _shares.Span[column]))
            .OrderByDescending(importance => importance.Share)
            .ThenBy(importance => importance.Feature, StringComparer.Ordinal),
    ];

    internal FeatureTable Table { get; }

    internal Trees Trees { get; }

    /// <inheritdoc/>
    public IViewer FoldIn(ReadOnlySpan<OwnRating> ratings) => FoldIn(ratings, PersonFacts.Unknown);

    /// <inheritdoc/>
    public IViewer FoldIn(ReadOnlySpan<OwnRating> ratings, PersonFacts person)
    {
        ArgumentNullException.ThrowIfNull(person);
        return new ForestViewer(this, Table.Viewer(OwnRatings.Known(ratings, Items.Count), person));
    }

    /// <summary>Always empty: a forest knows what films are like, not which are alike.</summary>
    public IReadOnlyList<Scored> Similar(int item, int count) => [];

    /// <inheritdoc/>
    public void Save(ModelFileWriter file)
    {
        ArgumentNullException.ThrowIfNull(file);
        ItemIds.Add(file, Items);
        Table.Save(file);
        Trees.Save(file);
        file.Add(ImportancesSection, _shares);
    }

    internal static ForestModel Read(ModelFile file)
    {
        var table = FeatureTable.Read(file, ItemIds.Read(file));
        return new(table, Trees.Read(file, table.Columns.Width), file.Section<double>(ImportancesSection, table.Columns.Width));
    }
}
