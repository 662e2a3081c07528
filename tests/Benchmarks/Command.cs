namespace Matinee.Benchmarks;

/// <summary>One thing the program can do.</summary>
/// <param name="Name">The word that asks for it.</param>
/// <param name="Summary">What it measures, in a line.</param>
/// <param name="Options">Its own options besides <see cref="CommandLine.Common"/>.</param>
/// <param name="Run">Does it.</param>
sealed record Command(string Name, string Summary, IReadOnlyList<Option> Options, Action<Arguments> Run);

/// <summary>An option with a value: --name value.</summary>
sealed record Option(string Name, string Meaning);
