using Matinee.Api.Http;

namespace Matinee.Api.Accounts;

/// <summary>Which devices are signed out.</summary>
public sealed record SignOutQuery
{
    /// <summary>Stay signed in here.</summary>
    [Parameter("Sign out everywhere but here.", Example = "true")]
    public bool KeepThis { get; set; }
}
