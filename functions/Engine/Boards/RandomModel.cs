using Matinee.Engine.Files;
using Matinee.Engine.Models;
using Matinee.Engine.Numerics;
using Matinee.Engine.Ratings;

namespace Matinee.Engine.Boards;

/// <summary>A list by chance for each viewer, always the same for the same rated films. It has no reasons to give.</summary>
public sealed class RandomModel : IModel
{
    /// <summary>The kind of these models.</summary>
    public const string Name = "random";

    const string SeedSection = "seed";

    readonly ulong _seed;

    internal RandomModel(IdMap items, ulong seed) => (Items, _seed) = (items, seed);

    /// <inheritdoc/>
    public string Kind => Name;

    /// <inheritdoc/>
    public Goal Goal => Goal.Lists;

    /// <inheritdoc/>
    public IdMap Items { get; }

    /// <inheritdoc/>
    public IViewer FoldIn(ReadOnlySpan<OwnRating> ratings)
    {
        var seed = _seed;
        foreach (var rating in OwnRatings.Known(ratings, Items.Count)) seed = new SeededRandom(seed, (ulong)Items[rating.Item]).NextUInt64();
        return new RandomViewer(Items.Count, seed);
    }

    /// <summary>Always empty.</summary>
    public IReadOnlyList<Scored> Similar(int item, int count) => [];

    /// <inheritdoc/>
    public void Save(ModelFileWriter file)
    {
        ArgumentNullException.ThrowIfNull(file);
        ItemIds.Add(file, Items);
        file.AddValue(SeedSection, unchecked((long)_seed));
    }

    internal static RandomModel Read(ModelFile file) => new(ItemIds.Read(file), unchecked((ulong)file.Value<long>(SeedSection)));

    sealed class RandomViewer(int items, ulong seed) : Viewer(items)
    {
        public override float Score(int item) => (uint)item < (uint)Items ? (float)new SeededRandom(seed, (ulong)item).NextDouble() : 0;
    }
}
