using Matinee.Engine.Content;

namespace Matinee.Engine.Tests.Content;

public sealed class StemmerTests
{
    [Theory]
    [InlineData("rob", "robs", "robbed", "robbing")]
    [InlineData("kill", "kills", "killed", "killing")]
    [InlineData("family", "families")]
    [InlineData("witch", "witches")]
    [InlineData("chase", "chases", "chased", "chasing")]
    [InlineData("detective", "detectives")]
    [InlineData("slow", "slowly")]
    [InlineData("pass", "passes", "passed", "passing")]
    public void Stem_FormsOfOneWord_AreOne(params string[] words) => Assert.Single(words.Select(Stemmer.Stem).Distinct());

    [Theory]
    [InlineData("king", "kin")]
    [InlineData("thing", "th")]
    [InlineData("virus", "viru")]
    [InlineData("crisis", "crisi")]
    [InlineData("glass", "glas")]
    [InlineData("red", "r")]
    [InlineData("spring", "spr")]
    public void Stem_WordThatOnlyLooksLikeAForm_IsNotCutToPieces(string word, string wrong) => Assert.NotEqual(wrong, Stemmer.Stem(word));

    [Fact]
    public void Stem_ShortestWords_AreTaken()
    {
        foreach (var word in (string[])["abc", "sss", "ing", "eds", "ies", "zzz", "ings", "eed", "lly", "ssed"]) Assert.NotEmpty(Stemmer.Stem(word));
    }
}
