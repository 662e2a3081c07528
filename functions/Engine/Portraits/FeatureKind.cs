namespace Matinee.Engine.Portraits;

/// <summary>What a feature of a person is about; features of one kind are scaled together.</summary>
public enum FeatureKind
{
    /// <summary>By how many stars a person rates above what their films get from others.</summary>
    Generosity,

    /// <summary>How far apart a person's stars lie.</summary>
    Spread,

    /// <summary>How many films a person has rated, as a logarithm.</summary>
    Activity,

    /// <summary>How much more of a genre a person watches than others do, as a logarithm.</summary>
    GenreShare,

    /// <summary>By how many stars a person rates a genre above what its films get from others and what they give themselves.</summary>
    GenreAffinity,

    /// <summary>How much more of a decade a person watches than others do, as a logarithm.</summary>
    Decade,

    /// <summary>The age in years.</summary>
    Age,

    /// <summary>Has the person this gender?</summary>
    Gender,

    /// <summary>Has the person this occupation?</summary>
    Occupation,
}

/// <summary>How much each kind counts.</summary>
static class FeatureKinds
{
    /// <summary>
    /// The variance that all features of a kind have together once scaled. Portraits are to be about taste: what is watched and what
    /// is liked of it outweigh all else; how much somebody rates, and what they are, only tip the scales.
    /// </summary>
    public static double Weight(FeatureKind kind) => kind switch
    {
        FeatureKind.GenreShare or FeatureKind.GenreAffinity => 1,
        FeatureKind.Generosity => 0.3,
        FeatureKind.Decade => 0.25,
        FeatureKind.Age => 0.2,
        FeatureKind.Occupation => 0.15,
        FeatureKind.Activity or FeatureKind.Gender => 0.1,
        _ => 0.05,
    };
}
