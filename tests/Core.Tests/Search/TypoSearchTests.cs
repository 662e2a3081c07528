using Matinee.Core.Search;

namespace Matinee.Core.Tests.Search;

public class TypoSearchTests
{
    const string Letters = "abcdé";

    [Theory]
    [InlineData("matrix", "matrix", 0)]
    [InlineData("martix", "matrix", 1)]
    [InlineData("matri", "matrix", 1)]
    [InlineData("mattrix", "matrix", 1)]
    [InlineData("natrix", "matrix", 1)]
    [InlineData("amtrxi", "matrix", 2)]
    [InlineData("mtarxi", "matrix", 2)]
    public void Find_HandWorked_CountsErrors(string word, string term, int errors) =>
        Assert.Equal([new TermRange(0, 1, errors)], Find([term], word, 2, asBeginning: false));

    [Theory]
    [InlineData("amtirx", "matrix", 1)]
    [InlineData("xxxxix", "matrix", 2)]
    [InlineData("cba", "abc", 1)]
    public void Find_MoreErrorsThanAllowed_FindsNothing(string word, string term, int errors) =>
        Assert.Empty(Find([term], word, errors, asBeginning: false));

    [Theory]
    [InlineData("casablnc", "casablanca", 1)]
    [InlineData("acsa", "casablanca", 1)]
    [InlineData("csabalnca", "casablanca", 2)]
    public void Find_Beginning_CountsErrorsUpToTheNearestBeginning(string word, string term, int errors) =>
        Assert.Equal([new TermRange(0, 1, errors)], Find([term], word, 2, asBeginning: true));

    [Theory]
    [InlineData(false, 0)]
    [InlineData(false, 1)]
    [InlineData(false, 2)]
    [InlineData(true, 0)]
    [InlineData(true, 1)]
    [InlineData(true, 2)]
    public void Find_RandomTerms_FindsWhatComparingEachFinds(bool asBeginning, int errors)
    {
        var random = new Random(7 + errors);
        for (var round = 0; round < 60; round++)
        {
            string[] terms = [.. Enumerable.Range(0, 200).Select(_ => Text(random, 0, 9)).Where(term => term.Length > 0).Distinct().Order(StringComparer.Ordinal)];
            var word = round % 4 == 0 ? Mistyped(random, terms[random.Next(terms.Length)]) : Text(random, 1, 9);

            var expected = terms.Index()
                .Select(term => (term.Index, Errors: asBeginning ? NaiveDistance.ToBeginning(word, term.Item) : NaiveDistance.Of(word, term.Item)))
                .Where(term => term.Errors <= errors);

            Assert.Equal(expected, Flatten(Find(terms, word, errors, asBeginning)));
        }
    }

    [Fact]
    public void Find_LongestTermsAndWords_FindsThem()
    {
        var term = new string('a', Terms.MaxLength - 1) + "b";
        var word = "b" + new string('a', Terms.MaxLength - 1);

        Assert.Equal([new TermRange(0, 1, 2)], Find([term], word, 2, asBeginning: false));
        Assert.Equal([new TermRange(0, 1, 1)], Find([term], word, 2, asBeginning: true));
    }

    [Fact]
    public void Find_ManyTermsWithOneBeginning_GivesThemAsOneRange()
    {
        string[] terms = ["heart", "heat", "heated", "heater", "heather", "hebrew"];

        Assert.Equal([new TermRange(1, 5, 0)], Find(terms, "heat", 0, asBeginning: true));
    }

    static List<TermRange> Find(string[] terms, string word, int errors, bool asBeginning)
    {
        var found = new List<TermRange>();
        TypoSearch.Find(new TermDictionary(terms), word, errors, asBeginning, found);
        return found;
    }

    static IEnumerable<(int Index, int Errors)> Flatten(List<TermRange> ranges) =>
        ranges.SelectMany(static range => Enumerable.Range(range.From, range.To - range.From).Select(term => (term, range.Errors)));

    static string Text(Random random, int min, int max) =>
        string.Concat(Enumerable.Range(0, random.Next(min, max + 1)).Select(_ => Letters[random.Next(Letters.Length)]));

    static string Mistyped(Random random, string text)
    {
        var at = random.Next(text.Length);
        return at + 1 < text.Length && random.Next(2) == 0
            ? $"{text[..at]}{text[at + 1]}{text[at]}{text[(at + 2)..]}"
            : text.Insert(at, Letters[random.Next(Letters.Length)].ToString());
    }
}
