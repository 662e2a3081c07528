namespace Matinee.Infra.Tests;

/// <summary>A mistake put into a copy of the files, and what must be said of it.</summary>
/// <param name="Path">The file.</param>
/// <param name="Old">What stands there; null: the whole file is taken away.</param>
/// <param name="New">What stands there then.</param>
/// <param name="Says">What one of the problems must hold.</param>
sealed record Spoilt(string Path, string? Old, string New, string Says)
{
    /// <summary>The rule finds nothing in the files as they are, and this mistake in the copy.</summary>
    public void MustBeFoundBy(Func<Repository, List<string>> rule)
    {
        var copy = Old is null ? Repository.AsItIs.Without(Path) : Repository.AsItIs.With(Path, Old, New);
        Assert.Contains(rule(copy), problem => problem.Contains(Says, StringComparison.Ordinal));
    }

    public override string ToString() => $"{Path}: {Says}";
}
