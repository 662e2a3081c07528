using System.Text;
using Matinee.Engine.Facts;
using Matinee.Engine.Files;
using Matinee.Engine.Ratings;

namespace Matinee.Engine.Features;

/// <summary>The words that features are made of: fixed once for a training, so that every table made for it has the same columns.</summary>
/// <param name="Genres">The most common genres of the films rated, in alphabetical order.</param>
/// <param name="Genders">The most common genders of the people who rated.</param>
/// <param name="Occupations">The most common occupations of the people who rated.</param>
sealed record FeatureWords(string[] Genres, string[] Genders, string[] Occupations)
{
    /// <summary>As many as there are bits in a film's mask.</summary>
    public const int MaxGenres = 31;

    const int MaxGenders = 8;
    const int MaxOccupations = 32;

    // A word of one or two people or films says nothing of all others.
    const int Fewest = 3;

    // Tastes change with the years of school and work: the bounds of the usual census of an audience.
    static readonly int[] s_ages = [18, 25, 35, 45, 50, 56];

    /// <summary>How many groups of people there are: one for each gender, each range of ages and each occupation.</summary>
    public int Groups => Genders.Length + AgeGroups + Occupations.Length;

    static int AgeGroups => s_ages.Length + 1;

    /// <summary>The words that the facts about these films and people use.</summary>
    public static FeatureWords Of(Interactions ratings, KnownFacts facts)
    {
        var people = Enumerable.Range(0, ratings.Users.Count).Select(user => facts.OfPerson(ratings.Users[user])).ToArray();
        var genres = Enumerable.Range(0, ratings.Items.Count).SelectMany(item => facts.OfFilm(ratings.Items[item])?.Genres ?? []);
        return new(
            Common(genres, MaxGenres),
            Common(people.Select(person => person.Gender), MaxGenders),
            Common(people.Select(person => person.Occupation), MaxOccupations));
    }

    /// <summary>A film's genres, a bit each.</summary>
    public int MaskOf(FilmFacts film)
    {
        var mask = 0;
        for (var genre = 0; genre < Genres.Length; genre++)
        {
            if (film.Genres.Contains(Genres[genre], StringComparer.Ordinal)) mask |= 1 << genre;
        }

        return mask;
    }

    /// <summary>The groups that someone belongs to, by gender, age and occupation; -1 where that is not known.</summary>
    public (int Gender, int Age, int Occupation) GroupsOf(PersonFacts person)
    {
        var gender = Array.IndexOf(Genders, person.Gender);
        var occupation = Array.IndexOf(Occupations, person.Occupation);
        return (
            gender,
            person.Age is { } age ? Genders.Length + s_ages.Count(bound => age >= bound) : -1,
            occupation < 0 ? -1 : Genders.Length + AgeGroups + occupation);
    }

    public void Save(ModelFileWriter file)
    {
        AddWords(file, "genres", Genres);
        AddWords(file, "genders", Genders);
        AddWords(file, "occupations", Occupations);
    }

    public static FeatureWords Read(ModelFile file) =>
        new(Words(file, "genres", MaxGenres), Words(file, "genders", MaxGenders), Words(file, "occupations", MaxOccupations));

    // Words may hold anything but the line's end, which parts them.
    static void AddWords(ModelFileWriter file, string section, string[] words) =>
        file.Add<byte>(section, Encoding.UTF8.GetBytes(string.Join('\n', words)));

    static string[] Words(ModelFile file, string section, int most)
    {
        var text = file.Text(section);
        string[] words = text.Length == 0 ? [] : text.Split('\n');
        return words.Length <= most
            ? words
            : throw new ModelFileException($"The section '{section}' holds {words.Length} words; there can be {most}.");
    }

    static string[] Common(IEnumerable<string?> words, int most) =>
    [
        .. words.Where(word => !string.IsNullOrWhiteSpace(word) && !word.Contains('\n', StringComparison.Ordinal))
            .GroupBy(word => word!, StringComparer.Ordinal)
            .Where(group => group.Count() >= Fewest)
            .OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key, StringComparer.Ordinal)
            .Take(most)
            .Select(group => group.Key)
            .Order(StringComparer.Ordinal),
    ];
}
