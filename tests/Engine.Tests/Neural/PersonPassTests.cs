using Matinee.Engine.Neural;
using Matinee.Engine.Numerics;

namespace Matinee.Engine.Tests.Neural;

public sealed class PersonPassTests
{
    const int Films = 21;

    static readonly NetShape s_shape = new(32, 48, 16);

    readonly float[] _net;
    readonly float[] _person;
    readonly float[] _films;
    readonly float[] _stars;

    public PersonPassTests()
    {
        var random = new SeededRandom(5);
        float[] Normals(int count, double deviation)
        {
            var values = new float[count];
            foreach (ref var value in values.AsSpan()) value = (float)(deviation * random.NextNormal());
            return values;
        }

        (_net, _person, _films) = (Normals(s_shape.Weights, 0.2), Normals(s_shape.PersonStride, 0.5), Normals(Films * s_shape.FilmStride, 0.5));
        _stars = [.. Enumerable.Range(0, Films).Select(film => 0.5f + film % 10 / 2f)];
    }

    [Fact]
    public void Forward_AnyFilm_IsTheFormula()
    {
        var pass = new PersonPass(s_shape);
        pass.Enter(_net, _person);
        for (var start = 0; start < Films; start += 16)
        {
            var items = Enumerable.Range(start, Math.Min(16, Films - start)).ToArray();
            pass.Forward(_films, items, [], []);
            for (var b = 0; b < items.Length; b++)
                Assert.Equal(Naive(_net, _person, _films, items[b]), pass.Outs[b], 1e-4);
        }
    }

    [Fact]
    public void Forward_AnotherPlaceInTheTile_GivesTheSameBits()
    {
        var pass = new PersonPass(s_shape);
        pass.Enter(_net, _person);
        pass.Forward(_films, [7], [], []);
        var alone = pass.Outs[0];

        pass.Forward(_films, [.. Enumerable.Range(0, 15), 7], [], []);

        Assert.Equal(BitConverter.SingleToInt32Bits(alone), BitConverter.SingleToInt32Bits(pass.Outs[15]));
    }

    [Fact]
    public void Backward_EveryGradient_IsTheSlopeOfTheError()
    {
        var gradient = new PersonGradient(s_shape);
        var ofFilms = Gradient(gradient, [], []);

        AssertSlopes(_net, gradient.Net, 37, net => Half(net, _person, _films));
        AssertSlopes(_person.AsSpan(0, s_shape.Embedding + 1).ToArray(), gradient.Person, 1, person => Half(_net, person, _films));
        for (var film = 0; film < Films; film += 4)
        {
            var row = ofFilms.AsSpan(film * (s_shape.Embedding + 1), s_shape.Embedding + 1).ToArray();
            var start = film * s_shape.FilmStride;
            AssertSlopes(_films.AsSpan(start, s_shape.Embedding).ToArray(), row, 5, values => Half(_net, _person, Changed(start, values)));
            AssertSlopes([_films[start + s_shape.FilmBias]], [row[^1]], 1, values => Half(_net, _person, Changed(start + s_shape.FilmBias, values)));
        }
    }

    [Fact]
    public void Backward_NeuronsLeftOut_GetNoGradient()
    {
        var gradient = new PersonGradient(s_shape);
        var (first, second) = (new float[s_shape.First * 16], new float[s_shape.Second * 16]);
        first.AsSpan(16).Fill(1.5f); // neuron 0 of the first layer, and neuron 3 of the second, are out
        second.AsSpan().Fill(2);
        second.AsSpan(3 * 16, 16).Clear();

        Gradient(gradient, first, second);

        Assert.Equal(0, gradient.Net[s_shape.Out + 3]);
        Assert.Equal(0, gradient.Net[s_shape.SecondBias + 3]);
        Assert.Equal(0, gradient.Net[s_shape.FirstBias]);
        Assert.Contains(gradient.Net.Skip(s_shape.Out).ToArray(), value => value != 0);
        Assert.Equal(0, gradient.Net[s_shape.Film + NetShape.At(0, 5, s_shape.Embedding)]);
    }

    float[] Gradient(PersonGradient gradient, float[] first, float[] second)
    {
        var pass = new PersonPass(s_shape, gradient);
        var back = PersonPass.TransposeDeep(s_shape, _net);
        var ofFilms = new float[Films * (s_shape.Embedding + 1)];
        pass.Enter(_net, _person);
        for (var start = 0; start < Films; start += 16)
        {
            var items = Enumerable.Range(start, Math.Min(16, Films - start)).ToArray();
            pass.Forward(_films, items, first, second);
            pass.Backward(back, _stars.AsSpan(start, items.Length), first, second, ofFilms.AsSpan(start * (s_shape.Embedding + 1)));
        }

        gradient.Finish(_net, _person);
        return ofFilms;
    }

    static void AssertSlopes(float[] values, ReadOnlySpan<float> gradient, int step, Func<double[], double> error)
    {
        const double nudge = 1e-5;
        var at = Array.ConvertAll(values, value => (double)value);
        for (var i = 0; i < values.Length; i += step)
        {
            var (up, down) = (at.ToArray(), at.ToArray());
            up[i] += nudge;
            down[i] -= nudge;
            var slope = (error(up) - error(down)) / (2 * nudge);
            Assert.True(Math.Abs(slope - gradient[i]) <= 2e-3 + 2e-3 * Math.Abs(slope), $"Gradient {i} is {gradient[i]}, the slope {slope}.");
        }
    }

    double[] Changed(int start, double[] values)
    {
        var films = Array.ConvertAll(_films, value => (double)value);
        values.CopyTo(films, start);
        return films;
    }

    double Half(Array net, Array person, Array films)
    {
        double[] Doubles(Array values) => values as double[] ?? Array.ConvertAll((float[])values, value => (double)value);
        var (n, p, f) = (Doubles(net), Doubles(person), Doubles(films));
        return Enumerable.Range(0, Films).Sum(film => 0.5 * Math.Pow(
            NaiveNet.Stars(s_shape, n, p, f[(film * s_shape.FilmStride)..((film + 1) * s_shape.FilmStride)]) - _stars[film], 2));
    }

    static double Naive(float[] net, float[] person, float[] films, int film) => NaiveNet.Stars(
        s_shape,
        Array.ConvertAll(net, value => (double)value),
        Array.ConvertAll(person, value => (double)value),
        Array.ConvertAll(films[(film * s_shape.FilmStride)..((film + 1) * s_shape.FilmStride)], value => (double)value));
}
