namespace Matinee.Core.Accounts;

/// <summary>The privacy policy that consents refer to.</summary>
public static class Policy
{
    /// <summary>The version that is shown today. Agreeing to another is refused; what was agreed to before stays as it was said.</summary>
    public const string Version = "2026-11";
}
