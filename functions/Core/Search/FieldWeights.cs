namespace Matinee.Core.Search;

/// <summary>What a term is worth by where it stands: where it stands in several fields, as much as in the best of them.</summary>
sealed class FieldWeights
{
    const int Combinations = (int)Fields.All + 1;

    static readonly (Fields Field, float Weight)[] s_weights =
    [
        (Fields.Title, 1), (Fields.OriginalTitle, 0.9f), (Fields.Person, 0.6f), (Fields.Year, 0.45f), (Fields.Keyword, 0.4f),
    ];

    readonly float[] _exact;
    readonly float[] _typed;

    FieldWeights(Fields exact, Fields typed) => (_exact, _typed) = (WeightsOf(exact), WeightsOf(typed));

    /// <summary>Mistyped words are looked for everywhere.</summary>
    public static FieldWeights TyposAnywhere { get; } = new(Fields.All, Fields.All);

    /// <summary>Mistyped words are looked for in titles only, where the words as typed have been found already.</summary>
    public static FieldWeights TyposInTitles { get; } = new(Fields.All, Fields.Titles);

    /// <summary>Only titles are looked at: for a single letter, with which some name or keyword of nearly every film begins.</summary>
    public static FieldWeights Titles { get; } = new(Fields.Titles, Fields.Titles);

    /// <summary>By the combination of fields.</summary>
    public ReadOnlySpan<float> Exact => _exact;

    /// <summary>The same for a term that is meant only if the word was mistyped.</summary>
    public ReadOnlySpan<float> Typed => _typed;

    static float[] WeightsOf(Fields allowed)
    {
        var weights = new float[Combinations];
        for (var fields = 0; fields < Combinations; fields++)
        {
            foreach (var (field, weight) in s_weights)
            {
                if (((Fields)fields & allowed & field) != 0) weights[fields] = Math.Max(weights[fields], weight);
            }
        }

        return weights;
    }
}
