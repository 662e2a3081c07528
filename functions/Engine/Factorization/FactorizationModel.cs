using System.Numerics.Tensors;
using Matinee.Engine.Files;
using Matinee.Engine.Models;
using Matinee.Engine.Numerics;
using Matinee.Engine.Ranking;
using Matinee.Engine.Ratings;

namespace Matinee.Engine.Factorization;

/// <summary>A fitted biased factorization: films and what is known of viewers in general, no viewer in particular.</summary>
public sealed class FactorizationModel : IModel
{
    /// <summary>The kind of these models.</summary>
    public const string Name = "factorization";

    readonly Lazy<float[]> _directions;
    readonly Lazy<float[]> _usualFilm;

    internal FactorizationModel(IdMap items, MomentLayout layout, FactorizationWeights weights)
    {
        (Items, Layout, Weights) = (items, layout, weights);
        _directions = new(Directions);
        _usualFilm = new(UsualFilm);
    }

    /// <inheritdoc/>
    public string Kind => Name;

    /// <inheritdoc/>
    public Goal Goal => Goal.Stars;

    /// <inheritdoc/>
    public IdMap Items { get; }

    internal MomentLayout Layout { get; }

    internal FactorizationWeights Weights { get; }

    /// <summary>The moments of a film of which nothing is known: it may be any of those that are.</summary>
    internal ReadOnlySpan<float> MomentsOfUnknown => _usualFilm.Value;

    /// <inheritdoc/>
    public IViewer FoldIn(ReadOnlySpan<OwnRating> ratings)
    {
        var own = OwnRatings.Known(ratings, Items.Count);
        var (items, stars) = (new int[own.Length], new float[own.Length]);
        var prior = new float[Layout.Width];
        for (var i = 0; i < own.Length; i++)
        {
            (items[i], stars[i]) = (own[i].Item, own[i].Stars - Weights.MeanStars);
            Kernels.AddScaled(ImplicitPriors.Scale(own.Length), Weights.OfPresence(items[i], Layout.Width), prior);
        }

        var equations = new RowEquations(Layout);
        equations.Collect(Weights.Moments.Span, items, stars);
        equations.Solve(Weights.NoisePrecision, Weights.Precisions.Span, prior);
        return new FactorizationViewer(this, equations);
    }

    /// <inheritdoc/>
    public IReadOnlyList<Scored> Similar(int item, int count)
    {
        if ((uint)item >= (uint)Items.Count || count <= 0) return [];
        var scores = new float[Items.Count];
        var directions = _directions.Value;
        Kernels.RowsDot(directions, directions.AsSpan(item * Layout.Factors, Layout.Factors), scores);
        return TopItems.Of(scores, count, excluded: ItemSet.Of(item));
    }

    /// <inheritdoc/>
    public void Save(ModelFileWriter file)
    {
        ArgumentNullException.ThrowIfNull(file);
        ItemIds.Add(file, Items);
        Weights.Save(file, Layout);
    }

    internal static FactorizationModel Read(ModelFile file)
    {
        var items = ItemIds.Read(file);
        var weights = FactorizationWeights.Read(file, items.Count, out var layout);
        return new(items, layout, weights);
    }

    float[] UsualFilm()
    {
        var sums = new double[Layout.Stride];
        var moments = Weights.Moments.Span;
        for (var i = 0; i < moments.Length; i++) sums[i % sums.Length] += moments[i];
        return Array.ConvertAll(sums, sum => (float)(sum / Math.Max(1, Items.Count)));
    }

    /// <summary>Unit vectors whose products are the correlations of two films' stars among viewers in general.</summary>
    float[] Directions()
    {
        var directions = new float[Items.Count * Layout.Factors];
        for (var item = 0; item < Items.Count; item++)
        {
            var direction = directions.AsSpan(item * Layout.Factors, Layout.Factors);
            Weights.OfItem(item, Layout.Width)[..Layout.Factors].CopyTo(direction);
            for (var f = 0; f < direction.Length; f++) direction[f] /= MathF.Sqrt(Weights.Precisions.Span[f]);
            var length = MathF.Sqrt(Kernels.Dot(direction, direction));
            if (length > 0) TensorPrimitives.Divide(direction, length, direction);
        }

        return directions;
    }
}
