namespace Matinee.Core.Accounts;

/// <summary>A user's answer to one question for consent.</summary>
/// <param name="Purpose">What for.</param>
/// <param name="IsGiven">Yes or no.</param>
/// <param name="PolicyVersion">The version of the policy that the user had before them.</param>
public sealed record ConsentAnswer(ConsentPurpose Purpose, bool IsGiven, string? PolicyVersion);
