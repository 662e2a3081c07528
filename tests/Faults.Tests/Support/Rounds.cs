using System.Globalization;

namespace Matinee.Faults.Tests.Support;

/// <summary>How long the long tests are: short unless the environment says otherwise.</summary>
static class Rounds
{
    const int ShortKills = 5;
    const int ShortSoakSeconds = 60;

    /// <summary>How often a process is killed: MATINEE_FAULT_ROUNDS.</summary>
    public static int Kills => Number("MATINEE_FAULT_ROUNDS", ShortKills);

    /// <summary>How many people models are trained on besides: MATINEE_FAULT_PEOPLE.</summary>
    public static int CommunityPeople => Number("MATINEE_FAULT_PEOPLE", SmallCommunity.People);

    /// <summary>How many films there are, of which viewers rate the first ones: MATINEE_FAULT_FILMS.</summary>
    public static int CommunityFilms => Number("MATINEE_FAULT_FILMS", DataFolder.Films);

    /// <summary>For how long the load is steady: MATINEE_SOAK_SECONDS.</summary>
    public static TimeSpan Soak => TimeSpan.FromSeconds(Number("MATINEE_SOAK_SECONDS", ShortSoakSeconds));

    static int Number(string variable, int otherwise) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
