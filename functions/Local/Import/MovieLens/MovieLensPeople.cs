using System.Globalization;
using Matinee.Core.Import;
using Matinee.Engine.Facts;
using Matinee.Local.Import.Sources;

namespace Matinee.Local.Import.MovieLens;

/// <summary>What 100k, 1m, and sets that Matinee has exported, say of their people.</summary>
sealed class MovieLensPeople(IInputFiles files, ImportSource source, Problems problems)
{
    const string File100k = "u.user";
    const string File1m = "users.dat";
    const string FileExported = "users.csv";

    // 1m has classes of ages, named by their youngest, and "under 18" is 1.
    const int Under18 = 1;
    const int SomeAgeUnder18 = 15;

    static readonly string[] s_occupations =
    [
        "other", "educator", "artist", "clerical", "student", "customer service", "doctor", "executive", "farmer", "homemaker", "student", "lawyer",
        "programmer", "retired", "salesperson", "scientist", "self-employed", "engineer", "tradesperson", "unemployed", "writer",
    ];

    public IReadOnlyCollection<ImportedPerson> Read()
    {
        if (files.Files.Contains(FileExported))
        {
            return [.. TextFile.Csv(files, FileExported, problems, ["userId", "age", "gender", "occupation"])
                .Select(row => Person(FileExported, row.Line, row.Values[0], row.Values[1], row.Values[2], row.Values[3])).OfType<ImportedPerson>()];
        }

        return files.Files.Contains(File100k) ? Read(File100k, "|", columns => (columns[1], columns[2], columns[3]))
            : files.Files.Contains(File1m) ? Read(File1m, "::", columns => (AgeOf(columns[2]), columns[1], OccupationOf(columns[3])))
            : [];
    }

    List<ImportedPerson> Read(string file, string separator, Func<string[], (string Age, string Gender, string Occupation)> order)
    {
        problems.Clear(file);
        var people = new List<ImportedPerson>();
        foreach (var (line, columns) in TextFile.Split(files, file, separator))
        {
            if (columns.Length != 5)
            {
                problems.Add(file, line, $"it has {columns.Length} columns, not 5");
                continue;
            }

            var (age, gender, occupation) = order(columns);
            if (Person(file, line, columns[0], age, gender, occupation) is { } person) people.Add(person);
        }

        return people;
    }

    ImportedPerson? Person(string file, long line, string id, string age, string gender, string occupation)
    {
        if (!int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            problems.Add(file, line, $"'{id}' is no number of a user");
            return null;
        }

        var years = int.TryParse(age, NumberStyles.None, CultureInfo.InvariantCulture, out var known) ? known : (int?)null;
        if (years is not null and not (>= PersonFacts.MinAge and <= PersonFacts.MaxAge))
        {
            problems.Add(file, line, $"the age {years} is not from {PersonFacts.MinAge} to {PersonFacts.MaxAge}");
            return null;
        }

        return new(source.UserId(number.ToString(CultureInfo.InvariantCulture)))
        {
            Age = years,
            Gender = gender switch { "M" => "male", "F" => "female", "" => null, _ => gender },
            Occupation = occupation is "" or "none" ? null : occupation,
        };
    }

    static string AgeOf(string text) => text == Under18.ToString() ? SomeAgeUnder18.ToString() : text;

    static string OccupationOf(string text) => int.TryParse(text, out var number) && number >= 0 && number < s_occupations.Length ? s_occupations[number] : "";
}
