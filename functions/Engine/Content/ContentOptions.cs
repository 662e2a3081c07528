namespace Matinee.Engine.Content;

/// <summary>How films are compared by what is known of them, and how own ratings count.</summary>
public sealed record ContentOptions
{
    /// <summary>The largest weight of a field.</summary>
    public const float MaxFieldWeight = 100;

    /// <summary>The default of <see cref="GenreWeight"/>.</summary>
    public const float DefaultGenreWeight = 1;

    /// <summary>The default of <see cref="KeywordWeight"/>.</summary>
    public const float DefaultKeywordWeight = 1;

    /// <summary>The default of <see cref="DirectorWeight"/>.</summary>
    public const float DefaultDirectorWeight = 0.7f;

    /// <summary>The default of <see cref="CastWeight"/>.</summary>
    public const float DefaultCastWeight = 0.7f;

    /// <summary>The default of <see cref="DecadeWeight"/>.</summary>
    public const float DefaultDecadeWeight = 0.5f;

    /// <summary>The default of <see cref="LanguageWeight"/>.</summary>
    public const float DefaultLanguageWeight = 0.3f;

    /// <summary>The default of <see cref="SynopsisWeight"/>.</summary>
    public const float DefaultSynopsisWeight = 0.6f;

    /// <summary>The default of <see cref="LeadingCast"/>.</summary>
    public const int DefaultLeadingCast = 10;

    /// <summary>The most actors a film.</summary>
    public const int MaxLeadingCast = 1000;

    /// <summary>The largest of the amounts that are counted in ratings.</summary>
    public const float MaxShrinkage = 10_000;

    /// <summary>The default of <see cref="Shrinkage"/>.</summary>
    public const float DefaultShrinkage = 5;

    /// <summary>The default of <see cref="MeanShrinkage"/>.</summary>
    public const float DefaultMeanShrinkage = 5;

    /// <summary>The most that having seen a film can be worth.</summary>
    public const float MaxSeenWorth = 100;

    /// <summary>The default of <see cref="SeenWorth"/>.</summary>
    public const float DefaultSeenWorth = 2;

    /// <summary>How much genres count.</summary>
    public float GenreWeight { get; init => field = Check.InRange(value, 0, MaxFieldWeight); } = DefaultGenreWeight;

    /// <summary>How much keywords count.</summary>
    public float KeywordWeight { get; init => field = Check.InRange(value, 0, MaxFieldWeight); } = DefaultKeywordWeight;

    /// <summary>How much directors count.</summary>
    public float DirectorWeight { get; init => field = Check.InRange(value, 0, MaxFieldWeight); } = DefaultDirectorWeight;

    /// <summary>How much actors count.</summary>
    public float CastWeight { get; init => field = Check.InRange(value, 0, MaxFieldWeight); } = DefaultCastWeight;

    /// <summary>How much the decade counts.</summary>
    public float DecadeWeight { get; init => field = Check.InRange(value, 0, MaxFieldWeight); } = DefaultDecadeWeight;

    /// <summary>How much the language counts.</summary>
    public float LanguageWeight { get; init => field = Check.InRange(value, 0, MaxFieldWeight); } = DefaultLanguageWeight;

    /// <summary>How much the words of the synopsis count.</summary>
    public float SynopsisWeight { get; init => field = Check.InRange(value, 0, MaxFieldWeight); } = DefaultSynopsisWeight;

    /// <summary>How many of the leading actors count.</summary>
    public int LeadingCast { get; init => field = Check.InRange(value, 0, MaxLeadingCast); } = DefaultLeadingCast;

    /// <summary>Draws a viewer's profile towards nothing by so many ratings that say nothing.</summary>
    public float Shrinkage { get; init => field = Check.InRange(value, 0, MaxShrinkage); } = DefaultShrinkage;

    /// <summary>Draws a viewer's mean stars towards those of all by so many ratings.</summary>
    public float MeanShrinkage { get; init => field = Check.InRange(value, 0, MaxShrinkage); } = DefaultMeanShrinkage;

    /// <summary>What having seen a film says for films like it, in stars above the own mean: people choose what they see.</summary>
    public float SeenWorth { get; init => field = Check.InRange(value, 0, MaxSeenWorth); } = DefaultSeenWorth;

    internal float WeightOf(ContentField field) => field switch
    {
        ContentField.Genre => GenreWeight,
        ContentField.Keyword => KeywordWeight,
        ContentField.Director => DirectorWeight,
        ContentField.Cast => CastWeight,
        ContentField.Decade => DecadeWeight,
        ContentField.Language => LanguageWeight,
        _ => SynopsisWeight,
    };
}
