namespace Matinee.Core.Ratings;

/// <summary>What became of one film that was to be rated.</summary>
public enum RatingEffect
{
    /// <summary>It was not rated before.</summary>
    Created,

    /// <summary>It was rated otherwise before.</summary>
    Changed,

    /// <summary>It was rated so already: nothing was written.</summary>
    Unchanged,

    /// <summary>There is no such film.</summary>
    MovieNotFound,
}
