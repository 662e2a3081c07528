using Matinee.Engine.Files;
using Matinee.Engine.Models;
using Matinee.Engine.Ratings;

namespace Matinee.Engine.Baseline;

/// <summary>How good a film is and how generous a viewer is, and nothing else: the yardstick that any other prediction of stars must beat.</summary>
public sealed class BaselineModel : IModel
{
    /// <summary>The kind of these models.</summary>
    public const string Name = "baseline";

    const string MeanSection = "mean";
    const string BiasesSection = "item-biases";
    const string ShrinkageSection = "user-shrinkage";

    readonly ReadOnlyMemory<float> _biases;
    readonly double _userShrinkage;

    internal BaselineModel(IdMap items, float mean, ReadOnlyMemory<float> biases, double userShrinkage) =>
        (Items, MeanStars, _biases, _userShrinkage) = (items, mean, biases, userShrinkage);

    /// <inheritdoc/>
    public string Kind => Name;

    /// <inheritdoc/>
    public Goal Goal => Goal.Stars;

    /// <inheritdoc/>
    public IdMap Items { get; }

    /// <summary>The mean of all ratings.</summary>
    public float MeanStars { get; }

    /// <summary>By how many stars each film is rated above or below the mean, whoever rated it.</summary>
    public ReadOnlySpan<float> ItemBiases => _biases.Span;

    /// <summary>How many ratings that say nothing a viewer's bias is drawn towards zero by.</summary>
    public double UserShrinkage => _userShrinkage;

    /// <summary>What a film is expected to get from a viewer without a bias; an unknown film gets the mean. Not brought onto the scale.</summary>
    public float Expect(int item) => (uint)item < (uint)_biases.Length ? MeanStars + _biases.Span[item] : MeanStars;

    /// <summary>By how many stars a viewer rates above or below what their films are expected to get.</summary>
    /// <param name="own">Ratings of known films, one a film, as <see cref="OwnRatings.Known"/> gives them.</param>
    public float UserBias(ReadOnlySpan<OwnRating> own)
    {
        var sum = 0.0;
        foreach (var rating in own) sum += rating.Stars - Expect(rating.Item);
        return own.IsEmpty ? 0 : (float)(sum / (own.Length + _userShrinkage));
    }

    /// <inheritdoc/>
    public IViewer FoldIn(ReadOnlySpan<OwnRating> ratings) => new BaselineViewer(this, UserBias(OwnRatings.Known(ratings, Items.Count)));

    /// <summary>Always empty: equally good films need not be alike.</summary>
    public IReadOnlyList<Scored> Similar(int item, int count) => [];

    /// <inheritdoc/>
    public void Save(ModelFileWriter file)
    {
        ArgumentNullException.ThrowIfNull(file);
        ItemIds.Add(file, Items);
        file.AddValue(MeanSection, MeanStars);
        file.Add(BiasesSection, _biases);
        file.AddValue(ShrinkageSection, _userShrinkage);
    }

    internal static BaselineModel Read(ModelFile file)
    {
        var items = ItemIds.Read(file);
        var biases = file.Section<float>(BiasesSection, items.Count);
        return new(items, file.Value<float>(MeanSection), biases, file.Value<double>(ShrinkageSection));
    }
}
