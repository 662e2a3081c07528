namespace Matinee.Core.Accounts;

/// <summary>What consent is asked for.</summary>
public enum ConsentPurpose
{
    /// <summary>Own ratings may help to recommend films to others.</summary>
    RatingsForOthers,

    /// <summary>The profile may help to describe groups of users.</summary>
    ProfileForPortraits,
}
