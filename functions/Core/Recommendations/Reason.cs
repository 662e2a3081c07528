namespace Matinee.Core.Recommendations;

/// <summary>Why a film is in a list.</summary>
public enum ReasonKind
{
    /// <summary>A film that the viewer rated well speaks for it.</summary>
    BecauseYouLiked,

    /// <summary>A film that the viewer rated, though not well, speaks for it: the same people watch both.</summary>
    BecauseYouRated,

    /// <summary>Many have rated it, and well.</summary>
    Popular,

    /// <summary>Many have rated it lately.</summary>
    Hot,

    /// <summary>Several people whose ratings are like the viewer's liked it.</summary>
    PeopleLikeYou,

    /// <summary>Many viewers of the viewer's kind like it.</summary>
    LikedByPortrait,

    /// <summary>Nobody has rated it yet.</summary>
    New,

    /// <summary>The viewer will probably like it, and few know it.</summary>
    HiddenGem,

    /// <summary>It is of a genre that the viewer says they like.</summary>
    MatchesTaste,
}

/// <summary>Why a film is in a list.</summary>
/// <param name="Kind">The kind of reason; the rest depends on it.</param>
public sealed record Reason(ReasonKind Kind)
{
    /// <summary>The rated film that speaks for it.</summary>
    public int? MovieId { get; init; }

    /// <summary>That film's title.</summary>
    public string? Title { get; init; }

    /// <summary>The stars that the viewer gave that film.</summary>
    public double? Stars { get; init; }

    /// <summary>The summand of the score that comes from that rating.</summary>
    public float? Share { get; init; }

    /// <summary>By how much exactly the score falls when that rating is left out.</summary>
    public float? Drop { get; init; }

    /// <summary>How many people liked it.</summary>
    public int? People { get; init; }

    /// <summary>The genre that matches.</summary>
    public string? Genre { get; init; }
}
