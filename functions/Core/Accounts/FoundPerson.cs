namespace Matinee.Core.Accounts;

/// <summary>Somebody of whom something is kept.</summary>
/// <param name="Id">The account's id.</param>
/// <param name="LoginName">The name to sign in by; null where the account is gone, and a deletion that broke off has left something.</param>
/// <param name="CreatedAt">When the account was made.</param>
/// <param name="Ratings">How many films the person has rated.</param>
public sealed record FoundPerson(string Id, string? LoginName, DateTimeOffset? CreatedAt, int Ratings);
