namespace Matinee.Core.Accounts;

/// <summary>How hard passwords are to guess from what is stored.</summary>
public sealed record PasswordOptions
{
    /// <summary>The fewest rounds; only tests take so few.</summary>
    public const int MinIterations = 1_000;

    /// <summary>The most rounds: a sign-in takes seconds then.</summary>
    public const int MaxIterations = 10_000_000;

    /// <summary>OWASP asks for at least 210,000 rounds of PBKDF2-HMAC-SHA512 (Password Storage Cheat Sheet); this is a little more.</summary>
    public const int DefaultIterations = 220_000;

    /// <summary>Rounds of PBKDF2-HMAC-SHA512. When it grows, each stored hash follows at its user's next sign-in.</summary>
    public int Iterations
    {
        get;
        init => field = value is >= MinIterations and <= MaxIterations
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Iterations), value, $"Iterations must be from {MinIterations} to {MaxIterations}.");
    } = DefaultIterations;
}
