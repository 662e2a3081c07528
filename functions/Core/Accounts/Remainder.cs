namespace Matinee.Core.Accounts;

/// <summary>What is left of something erased.</summary>
/// <param name="Container">Where.</param>
/// <param name="What">What it says.</param>
/// <param name="Items">How many at most.</param>
/// <param name="Until">When it goes by itself.</param>
public sealed record Remainder(string Container, string What, int Items, DateTimeOffset Until);
