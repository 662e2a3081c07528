using System.Text.Json;
using Matinee.Engine.Files;
using Matinee.Engine.Models;

namespace Matinee.Engine.Portraits;

/// <summary>The sections of a model of portraits.</summary>
static class PortraitsFile
{
    const string DetailsSection = "details";
    const string GenresSection = "film-genres";
    const string DecadesSection = "film-decades";
    const string StarsSection = "film-stars";
    const string MiddlesSection = "middles";
    const string ListOfAllSection = "list-of-all";
    const string ListsSection = "lists";

    public static void Add(ModelFileWriter file, PortraitsModel model)
    {
        ArgumentNullException.ThrowIfNull(file);
        ItemIds.Add(file, model.Items);
        file.AddText(DetailsSection, JsonSerializer.Serialize(model.Details, PortraitsJson.Default.PortraitsDetails));
        file.Add(GenresSection, model.Space.Films.GenresOf);
        file.Add(DecadesSection, model.Space.Films.DecadeOf);
        file.Add(StarsSection, model.Space.Films.Expected);
        file.Add<float>(MiddlesSection, model.Weights.Middles);
        model.Weights.Evidence.Add(file);
        file.Add(ListOfAllSection, model.Lists.OfAll);
        file.Add(ListsSection, model.Lists.OfPortraits);
    }

    public static PortraitsModel Read(ModelFile file)
    {
        var items = ItemIds.Read(file);
        var details = Details(file);
        var (known, portraits) = (details.Space, details.Portraits.Count);
        var films = new FilmTraits(
            known.Genres,
            known.Decades,
            file.Section<long>(GenresSection, items.Count),
            file.Section<int>(DecadesSection, items.Count),
            Finite(file, StarsSection, items.Count));
        RequireTraits(films);
        var space = new FeatureSpace(films, known.Columns, known.GenreShares, known.DecadeShares, known.UsualVariance);
        var middles = Finite(file, MiddlesSection, (long)portraits * space.Width).ToArray();
        var sizes = details.Portraits.Select(portrait => portrait.Size).ToArray();
        var lists = new PortraitLists(Finite(file, ListOfAllSection, items.Count), Finite(file, ListsSection, (long)portraits * items.Count));
        return new(items, space, new(space, middles, sizes, details.Variance, ProfileEvidence.Read(file, portraits)), lists, details);
    }

    static PortraitsDetails Details(ModelFile file)
    {
        try
        {
            var details = JsonSerializer.Deserialize(file.Text(DetailsSection), PortraitsJson.Default.PortraitsDetails);
            return details is not null && IsSound(details) ? details : throw Unsound(DetailsSection);
        }
        catch (JsonException error)
        {
            throw new ModelFileException($"The section '{DetailsSection}' does not hold portraits: {error.Message}", error);
        }
    }

    static bool IsSound(PortraitsDetails details)
    {
        var (space, map) = (details.Space, details.Map);
        var width = space.Columns.Length;
        return details.Variance > 0
            && details.MinRatings >= 1
            && details.Portraits.All(portrait => portrait.Size > 0)
            && space.Genres.Length <= FilmTraits.MaxGenres
            && space.GenreShares.Length == space.Genres.Length
            && space.DecadeShares.Length == space.Decades.Length
            && Columns(space, FeatureKind.GenreShare) == space.Genres.Length
            && Columns(space, FeatureKind.GenreAffinity) == space.Genres.Length
            && Columns(space, FeatureKind.Decade) == space.Decades.Length
            && map.Mean.Length == width && map.First.Length == width && map.Second.Length == width;
    }

    static int Columns(SpaceDetails space, FeatureKind kind) => space.Columns.Count(column => column.Kind == kind);

    static void RequireTraits(FilmTraits films)
    {
        foreach (var genres in films.GenresOf.Span)
        {
            if (genres >> films.Genres.Length != 0) throw Unsound(GenresSection);
        }

        foreach (var decade in films.DecadeOf.Span)
        {
            if (decade < -1 || decade >= films.Decades.Length) throw Unsound(DecadesSection);
        }
    }

    static ReadOnlyMemory<float> Finite(ModelFile file, string section, long count)
    {
        var numbers = file.Section<float>(section, count);
        foreach (var number in numbers.Span)
        {
            if (!float.IsFinite(number)) throw Unsound(section);
        }

        return numbers;
    }

    static ModelFileException Unsound(string section) =>
        new($"The section '{section}' does not fit the rest of the model of portraits.");
}
