using Matinee.Engine.Models;
using Matinee.Engine.Numerics;

namespace Matinee.Engine.Ranking;

/// <summary>Shuffles the top of a list so that no two visits look the same, while better films still tend to come first.</summary>
/// <remarks>
/// Plackett and Luce's model, drawn by Gumbel's trick: each place goes to one of the films left, with a chance that grows
/// with exp(z / temperature), where z is the score standardised within the top. At temperature 1 a film that is one
/// deviation better is e times as likely to come first. Where variety has changed the order, a place counts with the score
/// it would have had: towards temperature 0 the list stays as it came. A film's luck is drawn from the seed and the film
/// alone: when one film leaves the list, the others keep theirs, and no page size plays a part.
/// </remarks>
public static class SeededShuffle
{
    /// <summary>How many films are shuffled; from here on the list stays as it is.</summary>
    public const int Top = 30;

    /// <summary>No shuffle at all.</summary>
    public const double MinTemperature = 0;

    /// <summary>Nearly blind to the scores.</summary>
    public const double MaxTemperature = 100;

    /// <summary>Shuffles the first <see cref="Top"/> films in place; the same seed always gives the same order.</summary>
    public static void Apply(Span<Scored> list, ulong seed, double temperature)
    {
        Check.InRange(temperature, MinTemperature, MaxTemperature, nameof(temperature));
        var top = list[..Math.Min(Top, list.Length)];
        if (temperature == 0 || top.Length < 2) return;

        Span<float> weights = stackalloc float[top.Length];
        for (var i = 0; i < top.Length; i++) weights[i] = top[i].Score;
        weights.Sort((x, y) => y.CompareTo(x));
        var spread = Spread.Of(weights);
        Span<(double Luck, int Place)> drawn = stackalloc (double, int)[top.Length];
        for (var i = 0; i < top.Length; i++)
            drawn[i] = ((spread.Standardise(weights[i]) / temperature) + Gumbel(seed, top[i].Item), i);
        drawn.Sort(top, (x, y) => y.Luck.CompareTo(x.Luck) is var byLuck and not 0 ? byLuck : x.Place.CompareTo(y.Place));
    }

    static double Gumbel(ulong seed, int item)
    {
        var random = new SeededRandom(seed, (ulong)item);
        return -Math.Log(-Math.Log(1 - random.NextDouble()));
    }
}
