using Matinee.Engine.Facts;

namespace Matinee.Core.Profiles;

/// <summary>Profiles as the engine takes them.</summary>
static class ProfileFacts
{
    /// <summary>What somebody has told of themselves. Nobody checks what is typed into a profile; an age that can't be is none.</summary>
    public static PersonFacts Of(Profile profile, DateTimeOffset now) => new()
    {
        Age = now.Year - profile.BirthYear is { } age and >= PersonFacts.MinAge and <= PersonFacts.MaxAge ? age : null,
        Gender = profile.Gender,
        Occupation = profile.Occupation,
    };
}
