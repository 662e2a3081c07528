using Matinee.Core.Problems;

namespace Matinee.Core.Accounts;

/// <summary>What a user may agree to, and what follows for what is kept of them.</summary>
public static class ConsentRules
{
    /// <summary>Refuses agreement to a policy that is not today's; taking consent back needs no policy.</summary>
    /// <exception cref="ProblemException">Such an answer.</exception>
    public static void Check(ConsentAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        if (answer.IsGiven && answer.PolicyVersion != Policy.Version)
            throw ProblemException.InvalidValue("policyVersion", $"The policy in force is of version '{Policy.Version}': show that one, and send its version.");
    }

    /// <summary>The user after an answer. The same answer to the same policy changes nothing, so the time stays that of the first.</summary>
    public static User Apply(User user, ConsentAnswer answer, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(user);
        ArgumentNullException.ThrowIfNull(answer);
        var before = user.Consents.FirstOrDefault(consent => consent.Purpose == answer.Purpose);
        if (answer.IsGiven == (before?.IsGiven ?? false) && (!answer.IsGiven || before!.PolicyVersion == answer.PolicyVersion)) return user;
        var consent = new Consent(answer.Purpose, answer.IsGiven, now, answer.PolicyVersion ?? before?.PolicyVersion ?? Policy.Version);
        return user with { Consents = [.. user.Consents.Where(one => one.Purpose != answer.Purpose), consent] };
    }

    /// <summary>Has the user agreed?</summary>
    public static bool Allows(this User user, ConsentPurpose purpose)
    {
        ArgumentNullException.ThrowIfNull(user);
        return user.Consents.Any(consent => consent.Purpose == purpose && consent.IsGiven);
    }
}
