namespace Matinee.Core.Problems;

/// <summary>A request can't be done, for a reason that the caller can know and mend.</summary>
/// <param name="code">Which reason.</param>
/// <param name="detail">What is wrong with which value, and what to do about it.</param>
public sealed class ProblemException(ProblemCode code, string detail) : Exception(detail)
{
    /// <summary>Which reason.</summary>
    public ProblemCode Code { get; } = code;

    /// <summary>What is wrong with each field or parameter.</summary>
    public IReadOnlyDictionary<string, string[]> Errors { get; init; } = new Dictionary<string, string[]>();

    /// <summary>When it is worth trying again; null: not before something has changed.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>One wrong value.</summary>
    public static ProblemException InvalidValue(string field, string problem) =>
        new(ProblemCode.InvalidValue, $"{field}: {problem}") { Errors = new Dictionary<string, string[]> { [field] = [problem] } };

    /// <summary>A film that is not in the catalogue.</summary>
    public static ProblemException MovieNotFound(int movieId) =>
        new(ProblemCode.MovieNotFound, $"There is no film with the id {movieId}. Search for it by its title.");
}
