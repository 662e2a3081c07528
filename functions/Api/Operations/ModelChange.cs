namespace Matinee.Api.Operations;

/// <summary>What is to be done with models.</summary>
/// <param name="Action">What.</param>
/// <param name="Version">The version to promote; nothing for a roll-back.</param>
public sealed record ModelChange(ModelAction Action, string? Version = null);

/// <summary>What can be done with models.</summary>
public enum ModelAction
{
    /// <summary>Put a version into service.</summary>
    Promote,

    /// <summary>Put the version before the one in service into service again.</summary>
    Rollback,
}
