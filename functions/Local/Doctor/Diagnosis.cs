namespace Matinee.Local.Doctor;

/// <summary>How bad it is.</summary>
enum FindingLevel
{
    /// <summary>As it should be.</summary>
    Ok,

    /// <summary>It works, but the operator will want to know.</summary>
    Note,

    /// <summary>It does not work.</summary>
    Broken,
}

/// <summary>What one check came to.</summary>
/// <param name="Check">What was looked at.</param>
/// <param name="Level">How it is.</param>
/// <param name="Detail">In words.</param>
/// <param name="Cure">What to do about it; null where there is nothing to be done.</param>
sealed record Finding(string Check, FindingLevel Level, string Detail, string? Cure = null);

/// <summary>All findings.</summary>
sealed record Diagnosis(bool IsSound, IReadOnlyList<Finding> Findings)
{
    public static Diagnosis Of(IReadOnlyList<Finding> findings) => new(findings.All(static one => one.Level != FindingLevel.Broken), findings);
}
