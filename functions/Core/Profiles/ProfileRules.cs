using Matinee.Core.Catalog;
using Matinee.Core.Problems;

namespace Matinee.Core.Profiles;

/// <summary>What a profile may say. All of it is optional.</summary>
public static class ProfileRules
{
    /// <summary>The longest name, gender or occupation.</summary>
    public const int MaxLength = 80;

    /// <summary>The most favourite genres.</summary>
    public const int MaxGenres = 20;

    /// <summary>The earliest year of birth.</summary>
    public const int MinBirthYear = 1900;

    /// <summary>The profile as it is kept: without white space around texts, genres spelled as the catalogue spells them, each once.</summary>
    /// <exception cref="ProblemException">Something in it is not allowed.</exception>
    public static Profile Checked(Profile profile, CatalogueView catalogue, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(catalogue);
        var errors = new Dictionary<string, string[]>();
        var name = Text("name", profile.Name, errors);
        var gender = Text("gender", profile.Gender, errors);
        var occupation = Text("occupation", profile.Occupation, errors);
        if (profile.BirthYear is { } year && (year < MinBirthYear || year > now.Year))
            errors["birthYear"] = [$"{year} is not from {MinBirthYear} to {now.Year}."];
        var genres = Genres(profile.FavouriteGenres, catalogue, errors);
        if (errors.Count > 0)
            throw new ProblemException(ProblemCode.InvalidValue, string.Join(" ", errors.Select(error => $"{error.Key}: {error.Value[0]}"))) { Errors = errors };
        return new() { Name = name, BirthYear = profile.BirthYear, Gender = gender, Occupation = occupation, FavouriteGenres = genres };
    }

    static string? Text(string field, string? text, Dictionary<string, string[]> errors)
    {
        var trimmed = text?.Trim();
        if (string.IsNullOrEmpty(trimmed)) return null;
        if (trimmed.Length > MaxLength) errors[field] = [$"It has {trimmed.Length} characters, and {MaxLength} are allowed."];
        if (trimmed.Any(char.IsControl)) errors[field] = ["It has control characters."];
        return trimmed;
    }

    static List<string> Genres(IReadOnlyList<string> genres, CatalogueView catalogue, Dictionary<string, string[]> errors)
    {
        if (genres.Count > MaxGenres) errors["favouriteGenres"] = [$"There are {genres.Count}, and {MaxGenres} are allowed."];
        if (genres.Count is 0 or > MaxGenres) return [];
        var known = catalogue.Movies.SelectMany(static movie => movie.Genres).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var checkedGenres = new List<string>(genres.Count);
        foreach (var genre in genres)
        {
            if (!known.TryGetValue(genre.Trim(), out var spelled))
                errors["favouriteGenres"] = [$"No film is of the genre '{(genre.Length <= MaxLength ? genre : genre[..MaxLength])}'. There are {string.Join(", ", known.Order())}."];
            else if (!checkedGenres.Contains(spelled))
                checkedGenres.Add(spelled);
        }

        return checkedGenres;
    }
}
