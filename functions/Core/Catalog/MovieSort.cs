namespace Matinee.Core.Catalog;

/// <summary>What comes first in a list of films.</summary>
public enum MovieSort
{
    /// <summary>What is rated most these weeks (<see cref="Ratings.HotWindow.Month"/>).</summary>
    Hot,

    /// <summary>What is rated best, films with few ratings with reserve.</summary>
    Rating,

    /// <summary>The newest; films of unknown year come last.</summary>
    Year,

    /// <summary>The alphabet, without leading articles.</summary>
    Title,
}
