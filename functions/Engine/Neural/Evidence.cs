using System.Runtime.InteropServices;
using Matinee.Engine.Baseline;
using Matinee.Engine.Numerics;
using Matinee.Engine.Ratings;

namespace Matinee.Engine.Neural;

/// <summary>
/// What a person's ratings say about them: the average of their films' embeddings, each weighed by how much better than
/// expected it was liked, and of what having seen the films tells. Divided by the root of their number, as in SVD++.
/// </summary>
sealed class Evidence(NetShape shape, BaselineModel baseline)
{
    readonly List<float> _lefts = [];

    /// <summary>What the films count in the average.</summary>
    public float Scale { get; private set; }

    /// <summary>What generosity and quality leave unexplained of each rating: what its film's liking is multiplied by.</summary>
    public ReadOnlySpan<float> Lefts => CollectionsMarshal.AsSpan(_lefts);

    /// <summary>Adds the average to a person.</summary>
    public void AddTo(Span<float> person, ReadOnlySpan<float> films, ReadOnlySpan<OwnRating> own)
    {
        var bias = baseline.UserBias(own);
        person[shape.Embedding] += bias;
        Scale = 1 / MathF.Sqrt(Math.Max(1, own.Length));
        _lefts.Clear();
        foreach (var rating in own)
        {
            var left = rating.Stars - baseline.Expect(rating.Item) - bias;
            _lefts.Add(left);
            var film = films.Slice(rating.Item * shape.FilmStride, shape.FilmStride);
            Kernels.AddScaled(Scale, film.Slice(shape.Seen, shape.Embedding), person[..shape.Embedding]);
            Kernels.AddScaled(Scale * left, film.Slice(shape.Liked, shape.Embedding), person[..shape.Embedding]);
        }
    }
}
