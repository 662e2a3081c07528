namespace Matinee.Core.Ratings;

/// <summary>How a viewer's ratings are sorted.</summary>
public enum RatingOrder
{
    /// <summary>The latest first.</summary>
    Newest,

    /// <summary>The earliest first.</summary>
    Oldest,

    /// <summary>The most stars first.</summary>
    Highest,

    /// <summary>The fewest stars first.</summary>
    Lowest,

    /// <summary>By the film's number.</summary>
    MovieId,
}
