using Matinee.Engine.Blend;
using Matinee.Engine.Factorization;
using Matinee.Engine.Models;
using Matinee.Engine.Numerics;
using Matinee.Engine.Ratings;

namespace Matinee.Engine.Elicitation;

/// <summary>What a model takes anyone's taste to be before they have rated anything, and what a rating of each film would tell of it.</summary>
/// <remarks>
/// A taste is a vector w, normal around what is expected of anyone with the precisions P of its numbers; the stars of a film with the vector x are
/// x·w but for noise of precision τ. So which films somebody has rated, whatever stars they gave, says how uncertain their taste still is.
/// </remarks>
public sealed class TasteSpace
{
    readonly FactorizationModel _model;

    TasteSpace(FactorizationModel model) => _model = model;

    /// <summary>The films, as the members of this class count them.</summary>
    public IdMap Items => _model.Items;

    /// <summary>How many numbers make a taste: the factors, and how generous somebody is.</summary>
    internal int Width => _model.Layout.Width;

    internal float NoisePrecision => _model.Weights.NoisePrecision;

    internal ReadOnlySpan<float> Precisions => _model.Weights.Precisions.Span;

    /// <summary>The space of a model that has one, or of the heaviest part of a blend that has; null where there is none.</summary>
    public static TasteSpace? Of(IModel model) => model switch
    {
        FactorizationModel factorization => new(factorization),
        BlendModel blend => blend.Members.OrderByDescending(static member => member.Weight).Select(static member => Of(member.Model)).FirstOrDefault(static space => space is not null),
        _ => null,
    };

    /// <summary>How much each direction of taste matters where films matter by some weights: Σ weight · x·xᵀ, the weights made to add up to 1.</summary>
    public ReadOnlyMemory<float> Importance(ReadOnlySpan<float> weights)
    {
        if (weights.Length != Items.Count) Throw.Lengths(Items.Count, weights.Length);
        var (sum, x, scaled, importance) = (0.0, new float[Width], new float[Width], new float[Width * Width]);
        foreach (var weight in weights) sum += weight;
        if (!(sum > 0)) return importance;
        for (var item = 0; item < weights.Length; item++)
        {
            if (weights[item] == 0) continue;
            Copy(item, x);
            scaled.AsSpan().Clear();
            Kernels.AddScaled(MathF.Sqrt((float)(weights[item] / sum)), x, scaled);
            Kernels.AddGramLower(scaled, Width, importance);
        }

        for (var r = 0; r < Width; r++)
        {
            for (var c = 0; c < r; c++) importance[c * Width + r] = importance[r * Width + c];
        }

        return importance;
    }

    /// <summary>The vector of a film.</summary>
    internal void Copy(int item, Span<float> x)
    {
        _model.Weights.OfItem(item, Width).CopyTo(x);
        // The last of a film's numbers is its own bias; a viewer's generosity counts in full with every film.
        x[^1] = 1;
    }
}
