namespace Matinee.Core.Recommendations;

/// <summary>An answer that has a name before it is made: whoever has one of that name already need not have it made again.</summary>
/// <typeparam name="T">What is answered.</typeparam>
/// <param name="Tag">The name: it changes with everything that the answer depends on, and with nothing else.</param>
/// <param name="Make">Makes it.</param>
public sealed record Prepared<T>(string Tag, Func<CancellationToken, ValueTask<T>> Make);
