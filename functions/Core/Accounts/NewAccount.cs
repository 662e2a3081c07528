namespace Matinee.Core.Accounts;

/// <summary>What an account is made of.</summary>
/// <param name="LoginName">The name to sign in by.</param>
/// <param name="Password">The password.</param>
/// <param name="Consents">What the user agrees to; nothing else is taken as agreed.</param>
public sealed record NewAccount(string LoginName, string Password, IReadOnlyList<ConsentAnswer> Consents)
{
    /// <summary>Without the password, which must not get into logs.</summary>
    public override string ToString() => $"{nameof(NewAccount)} {{ LoginName = {LoginName} }}";
}
