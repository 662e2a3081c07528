using System.Runtime.InteropServices;
using Matinee.Engine.Baseline;
using Matinee.Engine.Numerics;
using Matinee.Engine.Ratings;

namespace Matinee.Engine.Neural;

/// <summary>
/// One fold of one person's ratings, predicted from the person's other ratings: a rating never says anything about itself, in
/// training as in serving. Holds the gradient until it is gathered.
/// </summary>
sealed class PersonPart(NetShape shape, BaselineModel baseline)
{
    const int Tile = Kernels.TileSide;

    readonly PersonPass _pass = new(shape, new PersonGradient(shape));
    readonly List<OwnRating> _known = [];
    readonly List<int> _asked = [];
    readonly List<float> _stars = [];
    readonly float[] _person = new float[shape.PersonStride];
    readonly float[] _firstDrop = new float[shape.First * Tile];
    readonly float[] _secondDrop = new float[shape.Second * Tile];
    float[] _filmGradients = [];

    /// <summary>Whose part it is.</summary>
    public int User { get; set; }

    /// <summary>What the person is known by.</summary>
    public List<OwnRating> Known => _known;

    /// <summary>The films whose stars are to be predicted.</summary>
    public ReadOnlySpan<int> Asked => CollectionsMarshal.AsSpan(_asked);

    /// <summary>How the ratings of <see cref="Known"/> were weighed.</summary>
    public Evidence Evidence { get; } = new(shape, baseline);

    /// <summary>The gradients by net and person.</summary>
    public PersonGradient Gradient => _pass.Gradient;

    public void Clear()
    {
        _known.Clear();
        _asked.Clear();
        _stars.Clear();
    }

    public void Add(OwnRating rating, bool asked)
    {
        if (!asked)
        {
            _known.Add(rating);
            return;
        }

        _asked.Add(rating.Item);
        _stars.Add(rating.Stars);
    }

    /// <summary>The gradient by the film at a place of <see cref="Asked"/>: embedding, then bias.</summary>
    public ReadOnlySpan<float> OfFilm(int place) => _filmGradients.AsSpan(place * (shape.Embedding + 1), shape.Embedding + 1);

    /// <summary>Predicts and goes the way back.</summary>
    /// <param name="state">The weights as they are.</param>
    /// <param name="own">What the person is besides the average of their films.</param>
    /// <param name="dropout">The share of neurons to leave out.</param>
    /// <param name="random">Which ones.</param>
    /// <param name="ofFilms">Are the films' gradients wanted?</param>
    public void Learn(NetState state, ReadOnlySpan<float> own, double dropout, SeededRandom random, bool ofFilms)
    {
        if (_asked.Count == 0) return;
        own.CopyTo(_person);
        Evidence.AddTo(_person, state.Films.Span, CollectionsMarshal.AsSpan(_known));
        var width = shape.Embedding + 1;
        if (ofFilms && _filmGradients.Length < _asked.Count * width) _filmGradients = new float[2 * _asked.Count * width];
        _pass.Enter(state.Net, _person);
        for (var start = 0; start < _asked.Count; start += Tile)
        {
            var count = Math.Min(Tile, _asked.Count - start);
            var first = Drop(_firstDrop, dropout, ref random);
            var second = Drop(_secondDrop, dropout, ref random);
            _pass.Forward(state.Films.Span, Asked.Slice(start, count), first, second);
            var stars = CollectionsMarshal.AsSpan(_stars).Slice(start, count);
            _pass.Backward(state.DeepBack, stars, first, second, ofFilms ? _filmGradients.AsSpan(start * width) : []);
        }

        Gradient.Finish(state.Net.Span, _person);
    }

    static ReadOnlySpan<float> Drop(float[] mask, double dropout, ref SeededRandom random)
    {
        if (dropout == 0) return [];
        // Four neurons a draw: sixteen bits are fine enough for a share.
        var (bound, kept) = ((ulong)(dropout * 65_536), (float)(1 / (1 - dropout)));
        for (var i = 0; i < mask.Length; i += 4)
        {
            var bits = random.NextUInt64();
            for (var j = 0; j < 4; j++) mask[i + j] = (bits >> 16 * j & 0xFFFF) < bound ? 0 : kept;
        }

        return mask;
    }
}
