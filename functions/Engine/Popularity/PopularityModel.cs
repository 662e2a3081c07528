using Matinee.Engine.Files;
using Matinee.Engine.Models;
using Matinee.Engine.Ratings;

namespace Matinee.Engine.Popularity;

/// <summary>The same list for everyone: films by how much they are rated. The yardstick that any other list must beat.</summary>
public sealed class PopularityModel : IModel
{
    /// <summary>The kind of these models.</summary>
    public const string Name = "popularity";

    const string ScoresSection = "scores";

    readonly ReadOnlyMemory<float> _scores;
    readonly Scored[] _ranking;
    readonly PopularityViewer _everyone;

    internal PopularityModel(IdMap items, ReadOnlyMemory<float> scores)
    {
        (Items, _scores, _everyone) = (items, scores, new(scores));
        _ranking = new Scored[scores.Length];
        for (var item = 0; item < _ranking.Length; item++) _ranking[item] = new(item, scores.Span[item]);
        _ranking.AsSpan().Sort();
    }

    /// <inheritdoc/>
    public string Kind => Name;

    /// <inheritdoc/>
    public Goal Goal => Goal.Lists;

    /// <inheritdoc/>
    public IdMap Items { get; }

    /// <inheritdoc/>
    public IViewer FoldIn(ReadOnlySpan<OwnRating> ratings)
    {
        // They teach this model nothing, but a rating off the scale is refused here as everywhere.
        OwnRatings.Known(ratings, Items.Count);
        return _everyone;
    }

    /// <summary>The most popular other films: that is all this model knows of any film. The score is their popularity.</summary>
    public IReadOnlyList<Scored> Similar(int item, int count)
    {
        if ((uint)item >= (uint)Items.Count || count <= 0) return [];
        var others = new List<Scored>(Math.Min(count, _ranking.Length - 1));
        foreach (var film in _ranking)
        {
            if (others.Count == count) break;
            if (film.Item != item) others.Add(film);
        }

        return others;
    }

    /// <inheritdoc/>
    public void Save(ModelFileWriter file)
    {
        ArgumentNullException.ThrowIfNull(file);
        ItemIds.Add(file, Items);
        file.Add(ScoresSection, _scores);
    }

    internal static PopularityModel Read(ModelFile file)
    {
        var items = ItemIds.Read(file);
        return new(items, file.Section<float>(ScoresSection, items.Count));
    }
}
