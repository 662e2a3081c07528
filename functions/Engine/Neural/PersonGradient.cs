using Matinee.Engine.Numerics;

namespace Matinee.Engine.Neural;

/// <summary>What one person's films say about the net, the person and the films: the way back of <see cref="PersonPass"/>.</summary>
sealed class PersonGradient(NetShape shape)
{
    const int Tile = Kernels.TileSide;

    static readonly float[] s_ones = [.. Enumerable.Repeat(1f, Tile)];

    readonly float[] _first = new float[shape.Embedding * shape.First];
    readonly float[] _offsets = new float[shape.First];
    readonly float[] _d1 = new float[shape.First * Tile];
    readonly float[] _d2 = new float[shape.Second * Tile];
    readonly float[] _films = new float[shape.Embedding * Tile];
    readonly float[] _left = new float[Tile * Tile];
    readonly float[] _right = new float[Tile * Tile];

    /// <summary>By the net's weights.</summary>
    public float[] Net { get; } = new float[shape.Weights];

    /// <summary>By the person: embedding, then bias.</summary>
    public float[] Person { get; } = new float[shape.PersonStride];

    /// <summary>By z of each film of the tile at hand.</summary>
    public float[] Slopes { get; } = new float[Tile];

    public void Clear()
    {
        Net.AsSpan().Clear();
        Person.AsSpan().Clear();
        _first.AsSpan().Clear();
        _offsets.AsSpan().Clear();
    }

    /// <summary>Takes one tile in.</summary>
    public void Take(
        ReadOnlySpan<float> net,
        ReadOnlySpan<float> person,
        ReadOnlySpan<float> product,
        ReadOnlySpan<float> films,
        ReadOnlySpan<float> h1,
        ReadOnlySpan<float> h2,
        ReadOnlySpan<float> firstDrop,
        ReadOnlySpan<float> secondDrop,
        ReadOnlySpan<float> deepBack,
        ReadOnlySpan<float> firstBack)
    {
        Person[shape.Embedding] += Kernels.Dot(Slopes, s_ones);
        _d2.AsSpan().Clear();
        for (var o = 0; o < shape.Second; o++)
        {
            Net[shape.Out + o] += Kernels.Dot(h2.Slice(o * Tile, Tile), Slopes);
            Kernels.AddScaled(net[shape.Out + o], Slopes, _d2.AsSpan(o * Tile, Tile));
        }

        Through(h2, secondDrop, _d2);
        _d1.AsSpan().Clear();
        PersonPass.Multiply(deepBack, shape.Second, _d2, _d1);
        Through(h1, firstDrop, _d1);
        for (var o = 0; o < shape.Second; o++) Net[shape.SecondBias + o] += Kernels.Dot(_d2.AsSpan(o * Tile, Tile), s_ones);
        for (var o = 0; o < shape.First; o++) _offsets[o] += Kernels.Dot(_d1.AsSpan(o * Tile, Tile), s_ones);
        AddOuter(h1, shape.First, _d2, shape.Second, Net.AsSpan(shape.Deep, shape.First * shape.Second));
        AddOuter(films, shape.Embedding, _d1, shape.First, _first);

        _films.AsSpan().Clear();
        PersonPass.Multiply(firstBack, shape.First, _d1, _films);
        for (var k = 0; k < shape.Embedding; k++)
        {
            Kernels.AddScaled(product[k], Slopes, _films.AsSpan(k * Tile, Tile));
            var shared = Kernels.Dot(films.Slice(k * Tile, Tile), Slopes);
            Net[shape.Product + k] += person[k] * shared;
            Person[k] += net[shape.Product + k] * shared;
        }
    }

    /// <summary>The gradients of the films of the tile, a row each: embedding, then bias.</summary>
    public void WriteFilms(Span<float> rows, int count)
    {
        if (rows.IsEmpty) return;
        var width = shape.Embedding + 1;
        for (var b = 0; b < count; b++)
        {
            for (var k = 0; k < shape.Embedding; k++) rows[b * width + k] = _films[k * Tile + b];
            rows[b * width + shape.Embedding] = Slopes[b];
        }
    }

    /// <summary>After the last tile: takes the gradient of the person's own first layer apart.</summary>
    public void Finish(ReadOnlySpan<float> net, ReadOnlySpan<float> person)
    {
        _offsets.CopyTo(Net, shape.FirstBias);
        _first.CopyTo(Net, shape.Film);
        for (var strip = 0; strip < shape.First / Tile; strip++)
        {
            var offsets = _offsets.AsSpan(strip * Tile, Tile);
            for (var k = 0; k < shape.Embedding; k++)
            {
                var at = (strip * shape.Embedding + k) * Tile;
                var first = _first.AsSpan(at, Tile);
                Person[k] += Kernels.Dot(net.Slice(shape.Both + at, Tile), first) + Kernels.Dot(net.Slice(NetShape.Person + at, Tile), offsets);
                Kernels.AddScaled(person[k], first, Net.AsSpan(shape.Both + at, Tile));
                Kernels.AddScaled(person[k], offsets, Net.AsSpan(NetShape.Person + at, Tile));
            }
        }
    }

    // A neuron that was cut off, by its own sum or by the dropout, passes nothing back.
    static void Through(ReadOnlySpan<float> layer, ReadOnlySpan<float> drop, Span<float> slopes)
    {
        for (var i = 0; i < slopes.Length; i++)
        {
            if (layer[i] <= 0) slopes[i] = 0;
            else if (!drop.IsEmpty) slopes[i] *= drop[i];
        }
    }

    /// <summary>sums(o, i) += Σ inputs(i)·slopes(o) over the tile's films, the sums in strips.</summary>
    void AddOuter(ReadOnlySpan<float> inputs, int width, ReadOnlySpan<float> slopes, int outputs, Span<float> sums)
    {
        for (var o = 0; o < outputs; o += Tile)
        {
            Transpose(slopes.Slice(o * Tile, Tile * Tile), _right);
            for (var i = 0; i < width; i += Tile)
            {
                Transpose(inputs.Slice(i * Tile, Tile * Tile), _left);
                Kernels.AddTile(1, _left, _right, sums[(o * width + i * Tile)..], Tile);
            }
        }
    }

    static void Transpose(ReadOnlySpan<float> tile, Span<float> transposed)
    {
        for (var r = 0; r < Tile; r++)
        {
            for (var c = 0; c < Tile; c++) transposed[c * Tile + r] = tile[r * Tile + c];
        }
    }
}
