using Matinee.Core.Import;
using Matinee.Local.Export;
using Matinee.Local.Import.MovieLens;
using Matinee.Local.Seed;

namespace Matinee.Local.Tests.Import;

public class MovieLensTitleTests
{
    [Theory]
    [InlineData("Toy Story (1995)", "Toy Story", null, "", 1995)]
    [InlineData("American President, The (1995)", "The American President", null, "", 1995)]
    [InlineData("Postman, The (Postino, Il) (1994)", "The Postman", "Il Postino", "", 1994)]
    [InlineData("City of Lost Children, The (Cité des enfants perdus, La) (1995)", "The City of Lost Children", "La Cité des enfants perdus", "", 1995)]
    [InlineData("Seven (a.k.a. Se7en) (1995)", "Seven", null, "Se7en", 1995)]
    [InlineData("Seven Samurai (The Magnificent Seven) (Shichinin no samurai) (1954)", "Seven Samurai", "Shichinin no samurai", "The Magnificent Seven", 1954)]
    [InlineData("Avventura, L' (a.k.a. Adventure, The) (1960)", "L'Avventura", null, "The Adventure", 1960)]
    [InlineData("(500) Days of Summer (2009)", "(500) Days of Summer", null, "", 2009)]
    [InlineData("Birdman: Or (The Unexpected Virtue of Ignorance) (2014)", "Birdman: Or (The Unexpected Virtue of Ignorance)", null, "", 2014)]
    [InlineData("Land Before Time III: The Time of the Great Giving (1995) (V)", "Land Before Time III: The Time of the Great Giving", null, "", 1995)]
    [InlineData("Fawlty Towers (1975-1979)", "Fawlty Towers", null, "", 1975)]
    [InlineData("2001: A Space Odyssey (1968) ", "2001: A Space Odyssey", null, "", 1968)]
    [InlineData("unknown", "unknown", null, "", null)]
    [InlineData("(1999)", "(1999)", null, "", 1999)]
    public void Parse_AsMovieLensWritesIt_SaysWhatIsMeant(string text, string title, string? original, string others, int? year)
    {
        var parsed = MovieLensTitle.Parse(text);
        Assert.Equal((title, original, others, year), (parsed.Title, parsed.OriginalTitle, string.Join('|', parsed.OtherTitles), parsed.Year));
    }

    [Theory]
    [InlineData("", " ", "x")]
    [InlineData("A (1999)", " ", "x")]
    [InlineData("A ", "(1999", "x")]
    [InlineData("A ", "(1999 - ", "x")]
    [InlineData("A ", "(", "x")]
    [InlineData("A ", "(1999) (V) ", "x")]
    [InlineData("A", ", ", "x")]
    public void Parse_TitleMadeToTakeLong_IsDoneAtOnce(string start, string piece, string end)
    {
        var text = start + string.Concat(Enumerable.Repeat(piece, 200_000)) + end;
        var watch = System.Diagnostics.Stopwatch.StartNew();

        Assert.Equal(text.Trim(), MovieLensTitle.Parse(text).Title);

        // By the square of the length it would be minutes.
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"{watch.Elapsed}");
    }

    [Fact]
    public void Parse_ExportedTitles_GiveTheFilmsAgain() =>
        Assert.All(BundledCatalogue.Films().Select(film => film.ToMovie()), film =>
        {
            var parsed = MovieLensTitle.Parse(MovieLensExport.TitleOf(film));
            Assert.Equal((film.Title, film.OriginalTitle, film.Year), (parsed.Title, parsed.OriginalTitle, parsed.Year));
        });

    [Theory]
    [InlineData("The Matrix", "Matrix")]
    [InlineData("Amélie", "AMELIE")]
    [InlineData("Lock, Stock & Two Smoking Barrels", "Lock Stock and Two Smoking Barrels")]
    [InlineData("L'Avventura", "LAvventura")]
    [InlineData("Mr. Smith", "Mr Smith")]
    public void TitleKey_SpeltInAnotherWay_IsTheSame(string one, string two) => Assert.Equal(TitleKey.Of(one), TitleKey.Of(two));

    [Fact]
    public void TitleKey_OtherScriptsAndMarksAlone_AreKept()
    {
        Assert.NotEqual(TitleKey.Of("七人の侍"), TitleKey.Of("羅生門"));
        Assert.NotEqual(TitleKey.Of("The"), TitleKey.Of("..."));
        Assert.NotEqual("", TitleKey.Of("!!!"));
    }
}
