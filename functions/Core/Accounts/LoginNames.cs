using System.Buffers;

namespace Matinee.Core.Accounts;

/// <summary>
/// What login names are like. Plain letters only: of two names that look the same, one could pass for the other. What others see is the
/// profile's name, which is free.
/// </summary>
public static class LoginNames
{
    /// <summary>The shortest name.</summary>
    public const int MinLength = 3;

    /// <summary>The longest name; an e-mail address fits.</summary>
    public const int MaxLength = 100;

    static readonly SearchValues<char> s_allowed =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-_@+");

    /// <summary>What is wrong with a name; null: nothing.</summary>
    public static string? ProblemOf(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (name.Length is < MinLength or > MaxLength) return $"It has {name.Length} characters; a login name has {MinLength} to {MaxLength}.";
        if (name.AsSpan().ContainsAnyExcept(s_allowed)) return "A login name is made of the letters a to z, digits and . - _ @ +";
        return char.IsAsciiLetterOrDigit(name[0]) ? null : "A login name begins with a letter or a digit.";
    }
}
