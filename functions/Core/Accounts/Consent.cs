namespace Matinee.Core.Accounts;

/// <summary>What a user has agreed to, or has withdrawn.</summary>
/// <param name="Purpose">What for.</param>
/// <param name="IsGiven">Agreed or withdrawn.</param>
/// <param name="At">When.</param>
/// <param name="PolicyVersion">The version of the policy that was shown.</param>
public sealed record Consent(ConsentPurpose Purpose, bool IsGiven, DateTimeOffset At, string PolicyVersion);
