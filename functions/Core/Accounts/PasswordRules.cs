using System.Collections.Frozen;

namespace Matinee.Core.Accounts;

/// <summary>What passwords are like: long enough, and not among the first that anyone tries. There are no rules on which characters.</summary>
public static class PasswordRules
{
    /// <summary>The shortest password.</summary>
    public const int MinLength = 8;

    /// <summary>The longest password.</summary>
    public const int MaxLength = 200;

    const int MinDifferent = 4;

    // The parts that the most frequent passwords are put together of; only what has eight characters and more needs to be here.
    static readonly FrozenSet<string> s_common = new[]
    {
        "password", "passw0rd", "p@ssword", "p@ssw0rd", "pa55word", "passwort", "motdepasse", "contraseña", "wachtwoord", "mypassword",
        "qwertyui", "qwertyuiop", "qwertzui", "qwertzuiop", "azertyui", "azertyuiop", "asdfghjk", "asdfghjkl", "zxcvbnm", "1qaz2wsx", "qazwsxedc",
        "1q2w3e4r", "1q2w3e4r5t", "q1w2e3r4", "zaq12wsx", "qwer1234", "asdf1234", "qwerty", "abcdefgh", "abcd1234", "a1b2c3d4", "abc123", "test",
        "12345678", "123456789", "1234567890", "0123456789", "87654321", "987654321", "0987654321", "123123123", "12341234", "11223344", "13579246",
        "iloveyou", "ilovemovies", "sunshine", "princess", "football", "baseball", "basketball", "superman", "batman", "starwars", "trustno1",
        "welcome", "whatever", "computer", "internet", "michelle", "jennifer", "charlotte", "liverpool", "corvette", "mercedes", "changeme",
        "letmein", "administrator", "admin", "secret", "secretpassword", "dragon", "monkey", "shadow", "master", "matinee", "cinema", "movies",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>What is wrong with a password; null: nothing. The password itself is never repeated.</summary>
    public static string? ProblemOf(string password, string loginName)
    {
        ArgumentNullException.ThrowIfNull(password);
        ArgumentNullException.ThrowIfNull(loginName);
        if (password.Length is < MinLength or > MaxLength) return $"It has {password.Length} characters; a password has {MinLength} to {MaxLength}.";
        if (string.Equals(password, loginName, StringComparison.OrdinalIgnoreCase)) return "The login name is the first password that anyone tries.";
        return IsCommon(password) ? "It is one of the passwords that are tried first. A few unrelated words make a good one." : null;
    }

    static bool IsCommon(string password)
    {
        if (password.Distinct().Count() < MinDifferent) return true;
        // password1, Password2024 and password!! are as well known as password.
        var stem = password.TrimEnd("0123456789!?.*#$_-".ToCharArray());
        return s_common.Contains(password) || s_common.Contains(stem);
    }
}
