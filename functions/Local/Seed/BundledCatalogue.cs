using System.Reflection;
using System.Text;

namespace Matinee.Local.Seed;

/// <summary>The films that Matinee brings along: files of one decade each, built into the program.</summary>
/// <remarks>
/// One film is one line, so a change shows as one line; neither bars nor commas between names occur in films' data, so nothing is
/// quoted. A film added later goes where its year belongs and gets the next free number.
/// </remarks>
static class BundledCatalogue
{
    const string Folder = "films/";
    const char Comment = '#';

    static readonly Assembly s_assembly = typeof(BundledCatalogue).Assembly;
    static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The names of the files, oldest decade first.</summary>
    public static IReadOnlyList<string> Files { get; } =
        [.. s_assembly.GetManifestResourceNames().Where(IsFilms).Select(name => name[Folder.Length..]).Order(StringComparer.Ordinal)];

    /// <summary>Every film, one after another, in the order of the files.</summary>
    /// <exception cref="InvalidDataException">A line is no film, or repeats one; the message names its file and number.</exception>
    public static IEnumerable<BundledFilm> Films()
    {
        var places = new FilmPlaces();
        foreach (var file in Files)
        {
            using var reader = Open(file);
            foreach (var film in Read(file, reader, places)) yield return film;
        }
    }

    /// <summary>The text of one of the <see cref="Files"/>.</summary>
    public static TextReader Open(string file) => s_assembly.GetManifestResourceStream(Folder + file) is { } stream
        ? new StreamReader(stream, s_strict)
        : throw new FileNotFoundException($"The program has no file {file} of films, it has {string.Join(", ", Files)}.", file);

    /// <summary>The films of a text; what it shares with texts read before is known from the places.</summary>
    /// <exception cref="InvalidDataException">A line is no film, or repeats one; the message names its file and number.</exception>
    public static IEnumerable<BundledFilm> Read(string file, TextReader reader, FilmPlaces places)
    {
        for (var (line, number) = (reader.ReadLine(), 1); line is not null; line = reader.ReadLine(), number++)
        {
            if (line.Length == 0 || line[0] == Comment) continue;
            var place = $"{file} line {number}";
            var film = new FilmLine(place, line).Film();
            places.Add(film, place);
            yield return film;
        }
    }

    static bool IsFilms(string name) => name.StartsWith(Folder, StringComparison.Ordinal);
}
