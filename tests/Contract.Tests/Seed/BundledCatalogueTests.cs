using System.Text;
using Matinee.Local.Seed;

namespace Matinee.Contract.Tests.Seed;

/// <summary>What the bundled catalogue promises beyond the shape of its lines, which its reader checks.</summary>
public class BundledCatalogueTests
{
    static readonly List<BundledFilm> s_films = [.. BundledCatalogue.Films()];

    [Theory]
    [InlineData(1920, 25)]
    [InlineData(1930, 35)]
    [InlineData(1940, 45)]
    [InlineData(1950, 60)]
    [InlineData(1960, 70)]
    [InlineData(1970, 80)]
    [InlineData(1980, 100)]
    [InlineData(1990, 120)]
    [InlineData(2000, 120)]
    [InlineData(2010, 120)]
    [InlineData(2020, 55)]
    public void Films_OfADecade_AreEnough(int decade, int least) => AtLeast(least, film => film.Year / 10 * 10 == decade);

    [Theory]
    [InlineData("Action", 100)]
    [InlineData("Animation", 60)]
    [InlineData("Children", 60)]
    [InlineData("Comedy", 200)]
    [InlineData("Documentary", 40)]
    [InlineData("Drama", 400)]
    [InlineData("Film-Noir", 20)]
    [InlineData("Horror", 60)]
    [InlineData("Musical", 50)]
    [InlineData("Romance", 120)]
    [InlineData("Sci-Fi", 60)]
    [InlineData("Western", 25)]
    public void Films_OfAGenre_AreEnough(string genre, int least) => AtLeast(least, film => film.Genres.Contains(genre));

    [Fact]
    public void Films_All_AreFrom1920UpToToday()
    {
        AtLeast(830, _ => true);
        Every(film => film.Year is >= 1920 and <= 2026);
    }

    [Fact]
    public void Films_NotInEnglish_ComeFromEverywhere()
    {
        var others = s_films.FindAll(film => film.Language != "en");
        var countries = others.SelectMany(film => film.Countries).ToHashSet();

        Assert.True(others.Count >= 230, $"only {others.Count} films are not in English");
        Assert.True(countries.Count >= 35, $"only {countries.Count} countries");
        var named = "JP KR CN HK TW IN IR TR SN EG DZ BR AR MX CL CU RU PL CZ HU RO SE DK NO FI DE FR IT ES PT GR AT BE VN TH".Split(' ');
        Assert.Subset(countries, named.ToHashSet());
        AtLeast(8, film => film.Countries[0] == "AU");
        AtLeast(25, film => film.Keywords.Contains("silent film"));
    }

    [Fact]
    public void Files_Each_HoldOneDecadeInOrder()
    {
        Assert.NotEmpty(BundledCatalogue.Files);
        foreach (var file in BundledCatalogue.Files)
        {
            using var reader = BundledCatalogue.Open(file);
            var years = BundledCatalogue.Read(file, reader, new FilmPlaces()).Select(film => film.Year).ToList();

            Assert.All(years, year => Assert.Equal(file, $"{year / 10}0s.txt"));
            Assert.Equal(years.Order(), years);
        }
    }

    [Fact]
    public void Cast_HasThreeToSix_ButInDocumentariesAndAnimation() =>
        Every(film => film.Cast.Count is >= 3 and <= 6
            || (film.Cast.Count < 3 && film.Genres.Any(genre => genre is "Documentary" or "Animation")));

    [Fact]
    public void Cast_Empty_OnlyWhereNobodyActsOrSpeaks() =>
        Assert.Equal(
            [
                "The Adventures of Prince Achmed", "Berlin: Symphony of a Great City", "Koyaanisqatsi", "The Red Turtle", "Flow",
            ],
            s_films.Where(film => film.Cast.Count == 0).Select(film => film.Title));

    [Fact]
    public void Keywords_Each_AreThreeToEightAndShort() =>
        Every(film => film.Keywords.Count is >= 3 and <= 8 && film.Keywords.All(word => word.Length is >= 2 and <= 40));

    [Fact]
    public void Synopsis_Each_IsOneSentenceOf8To30Words() =>
        Every(film => film.Synopsis.Split(' ').Length is >= 8 and <= 30 && !film.Synopsis.Contains(". ") && !film.Synopsis.Contains('!'));

    [Fact]
    public void OriginalTitle_WhereThereIsOne_IsAnother() => Every(film => film.OriginalTitle != film.Title);

    [Fact]
    public void Text_Everywhere_IsWellFormedAndComposed() =>
        Every(film => Texts(film).All(text => !text.Contains("  ") && text.EnumerateRunes().All(IsFit)));

    [Theory]
    [InlineData("Metropolis", 1927, "Fritz Lang")]
    [InlineData("Snow White and the Seven Dwarfs", 1937, "David Hand")]
    [InlineData("Casablanca", 1942, "Michael Curtiz")]
    [InlineData("Seven Samurai", 1954, "Akira Kurosawa")]
    [InlineData("Psycho", 1960, "Alfred Hitchcock")]
    [InlineData("The Godfather", 1972, "Francis Ford Coppola")]
    [InlineData("Star Wars", 1977, "George Lucas")]
    [InlineData("Back to the Future", 1985, "Robert Zemeckis")]
    [InlineData("Pulp Fiction", 1994, "Quentin Tarantino")]
    [InlineData("The Matrix", 1999, "Lana Wachowski")]
    [InlineData("Spirited Away", 2001, "Hayao Miyazaki")]
    [InlineData("The Dark Knight", 2008, "Christopher Nolan")]
    [InlineData("Parasite", 2019, "Bong Joon-ho")]
    [InlineData("Oppenheimer", 2023, "Christopher Nolan")]
    public void Films_LookedForFirst_AreIn(string title, int year, string director) =>
        Assert.Contains(s_films, film => film.Title == title && film.Year == year && film.Directors.Contains(director));

    static IEnumerable<string> Texts(BundledFilm film) =>
        [film.Title, film.OriginalTitle ?? "", film.Synopsis, .. film.Directors, .. film.Cast, .. film.Keywords];

    // Under invariant globalization string.IsNormalized says yes to everything, so the marks that would compose are named here:
    // diacritics beside a letter, the Japanese voicing marks, Hangul taken apart; also what is no text, and spaces but the plain one.
    static bool IsFit(Rune rune) => rune.Value switch
    {
        ' ' => true,
        >= 0x300 and <= 0x36F or 0x3099 or 0x309A or (>= 0x1100 and <= 0x11FF) or 0xFFFD or 0xFEFF => false,
        _ => !Rune.IsControl(rune) && !Rune.IsWhiteSpace(rune),
    };

    static void AtLeast(int least, Predicate<BundledFilm> which)
    {
        var found = s_films.FindAll(which).Count;
        Assert.True(found >= least, $"{found} films, not {least}");
    }

    static void Every(Predicate<BundledFilm> rule) =>
        Assert.Empty(s_films.FindAll(film => !rule(film)).Select(film => $"{film.Id} {film.Title}"));
}
