namespace Matinee.Engine.Portraits;

/// <summary>The portrait that a person belongs to, as far as it can be told.</summary>
/// <param name="Portrait">Its place among the model's portraits.</param>
/// <param name="Probability">How likely it is theirs, of all portraits.</param>
/// <param name="From">What that is told by.</param>
public sealed record PortraitGuess(int Portrait, double Probability, GuessedFrom From);

/// <summary>What a person's portrait is told by.</summary>
public enum GuessedFrom
{
    /// <summary>Nothing: it is the most frequent one.</summary>
    Nothing,

    /// <summary>What they tell of themselves.</summary>
    Profile,

    /// <summary>A few ratings, weighed against how frequent portraits are and what the profile says.</summary>
    FewRatings,

    /// <summary>Enough ratings to have shaped a portrait: it is the nearest.</summary>
    Ratings,
}
