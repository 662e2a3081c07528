namespace Matinee.Core.Ratings;

/// <summary>A review as others see it: never with the id of who wrote it.</summary>
/// <param name="Name">The writer's name; null where they have not given one.</param>
/// <param name="Stars">The stars that go with it.</param>
/// <param name="Text">The text.</param>
/// <param name="RatedAt">When.</param>
/// <param name="IsSimulated">Nobody wrote it: a simulated community did.</param>
public sealed record SignedReview(string? Name, double Stars, string Text, DateTimeOffset RatedAt, bool IsSimulated = false);
