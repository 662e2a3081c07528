using Matinee.Engine.Numerics;
using Matinee.Engine.Ratings;

namespace Matinee.Engine.Neural;

/// <summary>One person through the net with tiles of 16 films, forwards and back: the scratch of one thread.</summary>
/// <remarks>
/// For one person the first layer is linear in the film alone: (F + C·diag(p))·q + (P·p + b₁). That matrix is made once a
/// person, which halves the work, and its gradient is taken apart again at the end. What a film's column says depends on
/// that column alone, so a film scores the same whoever its neighbours in the tile are.
/// </remarks>
sealed class PersonPass
{
    const int Tile = Kernels.TileSide;
    const float Range = Stars.Max - Stars.Min;

    readonly NetShape _shape;
    readonly float[] _first;
    readonly float[] _firstBack;
    readonly float[] _offsets;
    readonly float[] _product;
    readonly float[] _films;
    readonly float[] _h1;
    readonly float[] _h2;
    readonly float[] _outs = new float[Tile];
    readonly float[] _person;
    readonly PersonGradient? _gradient;
    ReadOnlyMemory<float> _net;

    public PersonPass(NetShape shape, PersonGradient? gradient = null)
    {
        (_shape, _gradient) = (shape, gradient);
        (_first, _firstBack) = (new float[shape.Embedding * shape.First], new float[gradient is null ? 0 : shape.Embedding * shape.First]);
        (_offsets, _product, _person) = (new float[shape.First], new float[shape.Embedding], new float[shape.PersonStride]);
        (_films, _h1, _h2) = (new float[shape.Embedding * Tile], new float[shape.First * Tile], new float[shape.Second * Tile]);
    }

    /// <summary>Where the way back gathers.</summary>
    public PersonGradient Gradient => _gradient ?? throw new InvalidOperationException("This pass was made without a way back.");

    /// <summary>The stars of the films of the last <see cref="Forward"/>.</summary>
    public ReadOnlySpan<float> Outs => _outs;

    /// <summary>Brings a person in: the embedding, then the bias.</summary>
    public void Enter(ReadOnlyMemory<float> net, ReadOnlySpan<float> person)
    {
        _net = net;
        person.CopyTo(_person);
        var weights = net.Span;
        weights.Slice(_shape.Film, _first.Length).CopyTo(_first);
        weights.Slice(_shape.FirstBias, _shape.First).CopyTo(_offsets);
        for (var strip = 0; strip < _shape.First / Tile; strip++)
        {
            for (var k = 0; k < _shape.Embedding; k++)
            {
                var at = (strip * _shape.Embedding + k) * Tile;
                Kernels.AddScaled(_person[k], weights.Slice(_shape.Both + at, Tile), _first.AsSpan(at, Tile));
                Kernels.AddScaled(_person[k], weights.Slice(NetShape.Person + at, Tile), _offsets.AsSpan(strip * Tile, Tile));
            }
        }

        for (var k = 0; k < _shape.Embedding; k++) _product[k] = weights[_shape.Product + k] * _person[k];
        if (_gradient is null) return;
        for (var o = 0; o < _shape.First; o++)
        {
            for (var k = 0; k < _shape.Embedding; k++)
                _firstBack[NetShape.At(k, o, _shape.First)] = _first[NetShape.At(o, k, _shape.Embedding)];
        }

        _gradient.Clear();
    }

    /// <summary>Predicts up to 16 films; of their table, the rows at <paramref name="items"/>.</summary>
    public void Forward(ReadOnlySpan<float> films, ReadOnlySpan<int> items, ReadOnlySpan<float> firstDrop, ReadOnlySpan<float> secondDrop)
    {
        var weights = _net.Span;
        Gather(films, items);
        for (var o = 0; o < _shape.First; o++) _h1.AsSpan(o * Tile, Tile).Fill(_offsets[o]);
        Multiply(_first, _shape.Embedding, _films, _h1);
        Rectify(_h1, firstDrop);
        for (var o = 0; o < _shape.Second; o++) _h2.AsSpan(o * Tile, Tile).Fill(weights[_shape.SecondBias + o]);
        Multiply(weights.Slice(_shape.Deep, _shape.First * _shape.Second), _shape.First, _h1, _h2);
        Rectify(_h2, secondDrop);
        for (var k = 0; k < _shape.Embedding; k++) Kernels.AddScaled(_product[k], _films.AsSpan(k * Tile, Tile), _outs);
        for (var o = 0; o < _shape.Second; o++) Kernels.AddScaled(weights[_shape.Out + o], _h2.AsSpan(o * Tile, Tile), _outs);
        foreach (ref var z in _outs.AsSpan()) z = NetShape.OnScale(z);
    }

    /// <summary>After <see cref="Forward"/>: adds the gradient of half the squared errors.</summary>
    /// <param name="deepBack">W the other way round, as <see cref="TransposeDeep"/> gives it.</param>
    /// <param name="stars">What was given for each film.</param>
    /// <param name="firstDrop">What <see cref="Forward"/> was given.</param>
    /// <param name="secondDrop">What <see cref="Forward"/> was given.</param>
    /// <param name="filmGradients">Takes the gradients of the films, a row each: embedding, then bias.</param>
    public void Backward(
        ReadOnlySpan<float> deepBack,
        ReadOnlySpan<float> stars,
        ReadOnlySpan<float> firstDrop,
        ReadOnlySpan<float> secondDrop,
        Span<float> filmGradients)
    {
        var slopes = Gradient.Slopes.AsSpan();
        slopes.Clear();
        for (var b = 0; b < stars.Length; b++)
        {
            var error = _outs[b] - stars[b];
            slopes[b] = error * (_outs[b] - Stars.Min) * (Stars.Max - _outs[b]) / Range;
        }

        Gradient.Take(_net.Span, _person, _product, _films, _h1, _h2, firstDrop, secondDrop, deepBack, _firstBack);
        Gradient.WriteFilms(filmGradients, stars.Length);
    }

    /// <summary>W with inputs and outputs exchanged, as the way back needs it.</summary>
    public static float[] TransposeDeep(NetShape shape, ReadOnlySpan<float> net)
    {
        var back = new float[shape.First * shape.Second];
        for (var o = 0; o < shape.Second; o++)
        {
            for (var i = 0; i < shape.First; i++) back[NetShape.At(i, o, shape.Second)] = net[shape.Deep + NetShape.At(o, i, shape.First)];
        }

        return back;
    }

    /// <summary>outputs += matrix · inputs, for 16 columns; the matrix in strips.</summary>
    internal static void Multiply(ReadOnlySpan<float> matrix, int inputs, ReadOnlySpan<float> columns, Span<float> outputs)
    {
        var strip = inputs * Tile;
        for (var at = 0; at * strip < matrix.Length; at++)
            Kernels.AddTile(1, matrix.Slice(at * strip, strip), columns, outputs[(at * Tile * Tile)..], Tile);
    }

    void Gather(ReadOnlySpan<float> films, ReadOnlySpan<int> items)
    {
        _outs.AsSpan().Clear();
        if (items.Length < Tile) _films.AsSpan().Clear();
        for (var b = 0; b < items.Length; b++)
        {
            var film = films.Slice(items[b] * _shape.FilmStride, _shape.FilmStride);
            for (var k = 0; k < _shape.Embedding; k++) _films[k * Tile + b] = film[k];
            _outs[b] = film[_shape.FilmBias] + _person[_shape.Embedding];
        }
    }

    static void Rectify(Span<float> layer, ReadOnlySpan<float> drop)
    {
        if (drop.IsEmpty)
        {
            foreach (ref var value in layer) value = MathF.Max(value, 0);
            return;
        }

        for (var i = 0; i < layer.Length; i++) layer[i] = MathF.Max(layer[i], 0) * drop[i];
    }
}
