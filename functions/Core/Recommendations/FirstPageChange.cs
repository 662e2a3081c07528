namespace Matinee.Core.Recommendations;

/// <summary>What a change did to a viewer's first page.</summary>
/// <param name="ModelVersion">The version of the model that made the page.</param>
/// <param name="Entered">The films that came onto it, in the page's order.</param>
/// <param name="Left">The films that went, in the order they had.</param>
public sealed record FirstPageChange(string ModelVersion, IReadOnlyList<int> Entered, IReadOnlyList<int> Left)
{
    /// <summary>From one page to another.</summary>
    public static FirstPageChange Between(FirstPage before, FirstPage after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return new(after.ModelVersion, [.. after.MovieIds.Except(before.MovieIds)], [.. before.MovieIds.Except(after.MovieIds)]);
    }
}
