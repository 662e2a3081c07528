using Matinee.Local.Seed;

namespace Matinee.Contract.Tests.Seed;

public class FilmLineTests
{
    static readonly string[] s_kes =
    [
        "7", "Kes", "", "1969", "Drama", "111", "en", "GB", "Ken Loach", "David Bradley, Lynne Perrie, Brian Glover",
        "boy, kestrel, school", "A neglected boy trains a young kestrel.", "tt0064541",
    ];

    [Fact]
    public void Read_GoodLine_GivesEveryColumn()
    {
        var film = Assert.Single(Read("# id | title\n\n" + Line(2, "Kés")));

        Assert.Equal((7, "Kes", "Kés", 1969, 111), (film.Id, film.Title, film.OriginalTitle, film.Year, film.Minutes));
        Assert.Equal(("en", "tt0064541"), (film.Language, film.ImdbId));
        Assert.Equal(["Drama"], film.Genres);
        Assert.Equal(["GB"], film.Countries);
        Assert.Equal(["Ken Loach"], film.Directors);
        Assert.Equal(["David Bradley", "Lynne Perrie", "Brian Glover"], film.Cast);
        Assert.Equal(["boy", "kestrel", "school"], film.Keywords);
        Assert.Equal("A neglected boy trains a young kestrel.", film.Synopsis);
    }

    [Fact]
    public void Read_EmptyOptionalColumns_AreNullOrEmpty()
    {
        var film = Assert.Single(Read(Line((9, ""), (12, ""))));

        Assert.Null(film.OriginalTitle);
        Assert.Null(film.ImdbId);
        Assert.Empty(film.Cast);
    }

    [Theory]
    [InlineData(0, "0", "id")]
    [InlineData(0, "-7", "id")]
    [InlineData(1, "", "title")]
    [InlineData(3, "69", "year")]
    [InlineData(3, "1969 ?", "year")]
    [InlineData(4, "", "genres")]
    [InlineData(4, "Drama, drama", "genres")]
    [InlineData(4, "Drama, Drama", "genres")]
    [InlineData(4, "Noir", "genres")]
    [InlineData(5, "0", "minutes")]
    [InlineData(5, "601", "minutes")]
    [InlineData(6, "eng", "language")]
    [InlineData(6, "", "language")]
    [InlineData(7, "UK, g", "countries")]
    [InlineData(8, "", "directors")]
    [InlineData(9, "David Bradley,, Brian Glover", "cast")]
    [InlineData(9, "David Bradley, David Bradley", "cast")]
    [InlineData(10, "boy, Kestrel", "keywords")]
    [InlineData(11, "A boy and his bird", "synopsis")]
    [InlineData(11, "", "synopsis")]
    [InlineData(12, "0064541", "imdb")]
    [InlineData(12, "tt64541", "imdb")]
    public void Read_BadColumn_NamesFileLineAndColumn(int column, string value, string name)
    {
        var error = Assert.Throws<InvalidDataException>(() => Read("# comment\n" + Line(column, value)));

        Assert.StartsWith($"test.txt line 2: the column {name} has '", error.Message);
    }

    [Theory]
    [InlineData("7 | Kes")]
    [InlineData("a | b | c | d | e | f | g | h | i | j | k | l | m | n")]
    public void Read_WrongNumberOfColumns_SaysWhichThereAre(string line)
    {
        var error = Assert.Throws<InvalidDataException>(() => Read(line));

        Assert.StartsWith("test.txt line 1: has ", error.Message);
        Assert.EndsWith("keywords | synopsis | imdb.", error.Message);
    }

    [Theory]
    [InlineData("id 7", 0, "7")]
    [InlineData("KES (1969)", 1, "KES")]
    [InlineData("tt0064541", 12, "tt0064541")]
    public void Read_FilmTwice_NamesBothLines(string key, int same, string value)
    {
        (int, string)[] others = [(0, "8"), (1, "Kestrel"), (12, "tt0064542")];
        var second = Line([.. others.Where(other => other.Item1 != same), (same, value)]);

        var error = Assert.Throws<InvalidDataException>(() => Read(Line() + "\n" + second));

        Assert.Equal($"test.txt line 2: {key} is in test.txt line 1 already.", error.Message);
    }

    [Fact]
    public void Open_UnknownFile_NamesTheOnesThereAre() =>
        Assert.Contains("1920s.txt, 1930s.txt", Assert.Throws<FileNotFoundException>(() => BundledCatalogue.Open("1890s.txt")).Message);

    static List<BundledFilm> Read(string text) => [.. BundledCatalogue.Read("test.txt", new StringReader(text), new FilmPlaces())];

    static string Line(int column, string value) => Line((column, value));

    static string Line(params (int Column, string Value)[] changes)
    {
        var columns = s_kes.ToArray();
        foreach (var (column, value) in changes) columns[column] = value;
        return string.Join(" | ", columns);
    }
}
