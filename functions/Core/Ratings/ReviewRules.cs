namespace Matinee.Core.Ratings;

/// <summary>What a review's text is like.</summary>
public static class ReviewRules
{
    /// <summary>What is wrong with a text; null: nothing.</summary>
    public static string? ProblemOf(string text)
    {
        var trimmed = Trimmed(text);
        if (trimmed is null) return "the review is empty; delete it instead";
        if (trimmed.Length > RatingRules.MaxReviewLength) return $"the review has {trimmed.Length} characters, and {RatingRules.MaxReviewLength} are allowed";
        return trimmed.Any(static character => char.IsControl(character) && character is not ('\n' or '\r' or '\t'))
            ? "the review has control characters"
            : null;
    }

    /// <summary>The text without white space around it; null where nothing is left.</summary>
    public static string? Trimmed(string? text) => text?.Trim() is { Length: > 0 } trimmed ? trimmed : null;
}
