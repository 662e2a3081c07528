using Matinee.Core.Search;

namespace Matinee.Core.Tests.Search;

public class FoldingTests
{
    [Theory]
    [InlineData("Amélie", "amelie")]
    [InlineData("Ame\u0301lie", "amelie")]
    [InlineData("Schindler's List", "schindlers list")]
    [InlineData("Schindler’s List", "schindlers list")]
    [InlineData("WALL·E", "wall-e")]
    [InlineData("M*A*S*H", "m-a-s-h")]
    [InlineData("Harold & Maude", "harold and maude")]
    [InlineData("Harold&Maude", "harold and maude")]
    [InlineData("Star Wars: Episode IV - A New Hope", "star wars episode iv a new hope")]
    [InlineData("(500) Days of Summer", "500 days of summer")]
    [InlineData("Alien³", "alien-3")]
    [InlineData("8½", "8-1-2")]
    [InlineData("Straße", "strasse")]
    [InlineData("Søren Kragh-Jacobsen", "soren kragh-jacobsen")]
    [InlineData("Krzysztof Kieślowski", "krzysztof kieslowski")]
    [InlineData("Æon Þór Œuvre", "aeon thor oeuvre")]
    [InlineData("ＡＬＩＥＮ　２", "alien 2")]
    [InlineData("Ёлки й", "елки и")]
    [InlineData("Ο Θίασος", "ο θιασοσ")]
    [InlineData("七人の侍", "七人の侍")]
    [InlineData("ゴジラ", "コシラ")]
    [InlineData("a\tb\nc\0d\u00A0e", "a b c d e")]
    [InlineData("  --- ...  ", "")]
    [InlineData("", "")]
    [InlineData("\uD800x", "x")]
    public void Fold_Text_IsBroughtIntoOneForm(string text, string folded) => Assert.Equal(folded, Folding.Fold(text));

    [Fact]
    public void Fold_Folded_StaysAsItIs()
    {
        foreach (var movie in Catalog.BundledMovies.All)
        {
            foreach (var text in new[] { movie.Title, movie.OriginalTitle ?? "" }.Concat(movie.Cast))
                Assert.Equal(Folding.Fold(text), Folding.Fold(Folding.Fold(text)));
        }
    }

    [Theory]
    [InlineData("Spider-Man 2", "Spiderman II")]
    [InlineData("Rocky IV", "rocky 4")]
    [InlineData("WALL·E", "Wall-E")]
    [InlineData("Mission: Impossible III", "mission impossible 3")]
    public void TitleKey_SpellingsOfOneTitle_AreTheSame(string one, string other) =>
        Assert.Equal(TitleKey.Of(Folding.Fold(one)), TitleKey.Of(Folding.Fold(other)));

    [Theory]
    [InlineData("The Godfather Part II", "en", "godfather part 2")]
    [InlineData("Le Cercle Rouge", "fr", "cercle rouge")]
    [InlineData("Die Hard", "en", "die hard")]
    [InlineData("La La Land", "en", "la la land")]
    [InlineData("A Prophet", "fr", "prophet")]
    [InlineData("Das Boot", "de", "boot")]
    public void ForSorting_Title_HasNoArticle(string title, string language, string key) => Assert.Equal(key, TitleKey.ForSorting(title, language));
}
