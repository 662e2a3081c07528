namespace Matinee.Local.Seed.Community;

/// <summary>A kind of viewer: what most of a group have in common before each of them differs from it.</summary>
/// <param name="Name">What it is called; people are never told.</param>
/// <param name="Share">The part of all people that is of it.</param>
/// <param name="Tastes">How much genres are liked, from -1 to 1; those not named are 0.</param>
/// <param name="OldFilms">How much films of before 1970 are liked.</param>
/// <param name="ForeignFilms">How much films are liked that are not in English.</param>
/// <param name="MeanAge">The mean of their ages.</param>
/// <param name="Women">The part of women.</param>
/// <param name="Occupations">The occupations that are frequent among them.</param>
sealed record Archetype(
    string Name,
    double Share,
    IReadOnlyDictionary<string, double> Tastes,
    double OldFilms,
    double ForeignFilms,
    double MeanAge,
    double Women,
    IReadOnlyList<string> Occupations)
{
    /// <summary>All of them; the shares are 1 together.</summary>
    public static IReadOnlyList<Archetype> All { get; } =
    [
        new("thrill seekers", 0.22, Likes("Action 1, Adventure 0.7, Sci-Fi 0.9, IMAX 0.8, Thriller 0.4, Fantasy 0.3, Romance -0.8, Musical -0.9, Drama -0.4, Documentary -0.5"),
            -0.6, -0.4, 27, 0.3, ["student", "programmer", "technician", "engineer", "salesperson"]),
        new("families", 0.19, Likes("Children 1, Animation 1, Adventure 0.5, Fantasy 0.6, Comedy 0.4, Musical 0.5, Horror -1, Crime -0.7, Thriller -0.7, War -0.6, Film-Noir -0.6"),
            -0.2, -0.3, 38, 0.58, ["homemaker", "educator", "healthcare", "administrator", "tradesperson"]),
        new("art-house", 0.17, Likes("Drama 0.7, Documentary 0.8, War 0.3, Action -0.9, Children -0.8, Horror -0.6, Sci-Fi -0.4, Fantasy -0.4, Comedy -0.2, Thriller -0.3"),
            0.1, 1, 41, 0.5, ["writer", "artist", "educator", "scientist", "lawyer"]),
        new("romantics", 0.17, Likes("Romance 1, Comedy 0.8, Musical 0.7, Drama 0.1, War -0.8, Horror -0.9, Sci-Fi -0.8, Crime -0.6, Action -0.6, Western -0.6"),
            -0.2, -0.4, 33, 0.74, ["administrator", "healthcare", "student", "marketing", "educator"]),
        new("dark side", 0.14, Likes("Horror 1, Thriller 0.8, Mystery 0.7, Crime 0.6, Sci-Fi 0.2, Children -1, Musical -0.9, Romance -0.6, Animation -0.7, Comedy -0.3"),
            -0.3, -0.1, 29, 0.42, ["student", "technician", "tradesperson", "artist", "unemployed"]),
        new("classics", 0.11, Likes("Film-Noir 1, Western 0.9, War 0.5, Musical 0.2, Crime 0.2, Sci-Fi -0.8, Action -0.5, Horror -0.6, Children -0.5, Animation -0.5"),
            1, 0.1, 58, 0.4, ["retired", "executive", "educator", "doctor", "lawyer"]),
    ];

    static Dictionary<string, double> Likes(string text) =>
        text.Split(", ").Select(like => like.Split(' ')).ToDictionary(like => like[0], like => double.Parse(like[1]));
}
