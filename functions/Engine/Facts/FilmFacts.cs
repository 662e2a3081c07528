namespace Matinee.Engine.Facts;

/// <summary>What is known of a film besides its ratings: what content models and feature tables learn from.</summary>
/// <param name="Id">The film's id, as in the ratings.</param>
public sealed record FilmFacts(long Id)
{
    /// <summary>The year it came out; 0 where it is not known.</summary>
    public int Year { get; init; }

    /// <summary>Its length in minutes; 0 where it is not known.</summary>
    public int Minutes { get; init; }

    /// <summary>Its title, as shown; empty where nothing needs to be named.</summary>
    public string Title { get; init; } = "";

    /// <summary>The language it was made in; empty where it is not known.</summary>
    public string Language { get; init; } = "";

    /// <summary>Its genres.</summary>
    public IReadOnlyList<string> Genres { get; init; } = [];

    /// <summary>What it is about, in single words or short phrases.</summary>
    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>Who directed it.</summary>
    public IReadOnlyList<string> Directors { get; init; } = [];

    /// <summary>Who acts in it, the leading ones first.</summary>
    public IReadOnlyList<string> Cast { get; init; } = [];

    /// <summary>What happens, in a sentence or some; empty where nobody has written it down.</summary>
    public string Overview { get; init; } = "";
}
