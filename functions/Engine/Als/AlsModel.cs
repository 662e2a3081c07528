using Matinee.Engine.Files;
using Matinee.Engine.Models;
using Matinee.Engine.Numerics;
using Matinee.Engine.Ranking;
using Matinee.Engine.Ratings;

namespace Matinee.Engine.Als;

/// <summary>A vector for each film; a viewer's is found in a moment, by the equations that found the users' in training.</summary>
public sealed class AlsModel : IModel, IVectorModel
{
    /// <summary>The kind of these models.</summary>
    public const string Name = "ials";

    const string FactorsSection = "factors";
    const string MatrixSection = "viewer-matrix";
    const string WidthSection = "width";

    readonly float[] _inverseNorms;

    internal AlsModel(IdMap items, ReadOnlyMemory<float> factors, ReadOnlyMemory<float> viewerMatrix, int width, AlsEvidence evidence)
    {
        (Items, Factors, ViewerMatrix, Width, Evidence) = (items, factors, viewerMatrix, width, evidence);
        _inverseNorms = new float[items.Count];
        for (var item = 0; item < _inverseNorms.Length; item++)
        {
            var norm = MathF.Sqrt(Kernels.Dot(Of(item), Of(item)));
            _inverseNorms[item] = norm > 0 ? 1 / norm : 0;
        }
    }

    /// <inheritdoc/>
    public string Kind => Name;

    /// <inheritdoc/>
    public Goal Goal => Goal.Lists;

    /// <inheritdoc/>
    public IdMap Items { get; }

    /// <summary>The vectors of all films, one behind the other.</summary>
    public ReadOnlyMemory<float> Factors { get; }

    /// <summary>How many numbers a film's vector has.</summary>
    public int Width { get; }

    /// <summary>What a viewer's equations begin with, without any rating.</summary>
    internal ReadOnlyMemory<float> ViewerMatrix { get; }

    internal AlsEvidence Evidence { get; }

    /// <inheritdoc/>
    public IViewer FoldIn(ReadOnlySpan<OwnRating> ratings) => new AlsViewer(this, OwnRatings.Known(ratings, Items.Count));

    /// <summary>The films whose vectors point the same way; the score is the cosine.</summary>
    public IReadOnlyList<Scored> Similar(int item, int count)
    {
        if ((uint)item >= (uint)Items.Count || count <= 0) return [];
        var cosines = new float[Items.Count];
        Kernels.RowsDot(Factors.Span, Of(item), cosines);
        for (var other = 0; other < cosines.Length; other++) cosines[other] *= _inverseNorms[item] * _inverseNorms[other];
        return TopItems.Of(cosines, count, excluded: ItemSet.Of(item));
    }

    /// <inheritdoc/>
    public void Save(ModelFileWriter file)
    {
        ArgumentNullException.ThrowIfNull(file);
        ItemIds.Add(file, Items);
        file.AddValue(WidthSection, Width);
        Evidence.Save(file);
        file.Add(FactorsSection, Factors);
        file.Add(MatrixSection, ViewerMatrix);
    }

    internal static AlsModel Read(ModelFile file)
    {
        var items = ItemIds.Read(file);
        var width = file.Value<int>(WidthSection);
        if (width is < 1 or > AlsOptions.MaxFactors) throw new ModelFileException($"The model says that its films have {width} factors.");
        var factors = file.Section<float>(FactorsSection, (long)items.Count * width);
        var viewerMatrix = file.Section<float>(MatrixSection, (long)width * width);
        return new(items, factors, viewerMatrix, width, AlsEvidence.Read(file));
    }

    internal ReadOnlySpan<float> Of(int item) => Factors.Span.Slice(item * Width, Width);
}
