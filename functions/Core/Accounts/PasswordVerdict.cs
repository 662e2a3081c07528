namespace Matinee.Core.Accounts;

/// <summary>What comes of checking a password.</summary>
public enum PasswordVerdict
{
    /// <summary>It is not the user's password, or there is no such user.</summary>
    Wrong,

    /// <summary>It is the user's password.</summary>
    Right,

    /// <summary>It is, and what is stored of it was made at a lower cost than today's.</summary>
    RightButHashIsOld,
}
