using Matinee.Engine.Numerics;

namespace Matinee.Engine.Ranking;

/// <summary>How popular and how new each film is among all, standardised once for a catalogue: what the dials turn.</summary>
/// <remarks>
/// <c>score += dial · σ(scores) · z(trait)</c>: with a dial at 1, a film one deviation more popular than the mean counts as
/// much as one that fits one deviation better. So the further a dial is turned, the more of its trait any top N has in
/// total, and two films alike in the trait never change places.
/// </remarks>
public sealed class ItemTraits
{
    readonly float[] _popularity;
    readonly float[] _recency;

    ItemTraits(float[] popularity, float[] recency) => (_popularity, _recency) = (popularity, recency);

    /// <summary>The traits of all films, in order.</summary>
    /// <param name="ratings">How many ratings each film has; their logarithm counts.</param>
    /// <param name="years">The year each film came out; 0 where it is not known, which leaves the film in the middle.</param>
    public static ItemTraits Of(ReadOnlySpan<int> ratings, ReadOnlySpan<int> years)
    {
        if (ratings.Length != years.Length) Throw.Lengths(ratings.Length, years.Length);
        var (popularity, recency) = (new float[ratings.Length], new float[ratings.Length]);
        for (var i = 0; i < ratings.Length; i++)
        {
            if (ratings[i] < 0)
                throw new ArgumentOutOfRangeException(nameof(ratings), ratings[i], $"Film {i} can't have {ratings[i]} ratings.");
            popularity[i] = (float)Math.Log(1.0 + ratings[i]);
            recency[i] = years[i] > 0 ? years[i] : float.NaN;
        }

        Standardise(popularity);
        Standardise(recency);
        return new(popularity, recency);
    }

    /// <summary>Changes the scores of all films by what the dials say; dials at 0 leave every bit as it is.</summary>
    public void Apply(Dials dials, Span<float> scores)
    {
        ArgumentNullException.ThrowIfNull(dials);
        if (scores.Length != _popularity.Length) Throw.Lengths(scores.Length, _popularity.Length);
        if (dials is { Popularity: 0, Recency: 0 }) return;
        // Measured before either dial turns, so that neither changes what the other means.
        var deviation = Spread.Of(scores).Deviation;
        if (dials.Popularity != 0) Kernels.AddScaled((float)(dials.Popularity * deviation), _popularity, scores);
        if (dials.Recency != 0) Kernels.AddScaled((float)(dials.Recency * deviation), _recency, scores);
    }

    static void Standardise(Span<float> values)
    {
        var spread = Spread.Of(values);
        foreach (ref var value in values) value = float.IsFinite(value) ? (float)spread.Standardise(value) : 0;
    }
}
