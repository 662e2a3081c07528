namespace Matinee.Benchmarks;

/// <summary>The program was asked in a way it can't follow: exit code 2, and the message says what would do.</summary>
sealed class UsageException(string message) : Exception(message);
