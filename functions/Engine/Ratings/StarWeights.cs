using Matinee.Engine.Files;

namespace Matinee.Engine.Ratings;

/// <summary>How much a rating counts, by its stars: 1 − influence·(5 − stars)/4.5, so five stars count 1 and half a star 1 − influence.</summary>
/// <remarks>Having seen a film says something about a taste even where the film was not liked, but less.</remarks>
sealed class StarWeights
{
    /// <summary>The stars do not matter.</summary>
    public const float MinInfluence = 0;

    /// <summary>Half a star counts nothing.</summary>
    public const float MaxInfluence = 1;

    readonly float[] _ofHalves = new float[Stars.MaxHalves + 1];

    public StarWeights(float influence)
    {
        Influence = influence;
        for (var halves = 1; halves < _ofHalves.Length; halves++)
            _ofHalves[halves] = 1 - influence * (Stars.MaxHalves - halves) / (Stars.MaxHalves - 1f);
    }

    public float Influence { get; }

    /// <summary>Those with the influence that a section of a model file holds.</summary>
    public static StarWeights Read(ModelFile file, string section)
    {
        var influence = file.Value<float>(section);
        return influence is >= MinInfluence and <= MaxInfluence
            ? new(influence)
            : throw new ModelFileException($"The section '{section}' holds {influence}; stars have an influence of {MinInfluence} to {MaxInfluence}.");
    }

    public float OfHalves(byte halves) => _ofHalves[halves];

    /// <summary>Of stars that are on the scale.</summary>
    public float Of(float stars) => _ofHalves[(int)(stars * 2)];
}
