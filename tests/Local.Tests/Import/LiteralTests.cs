using System.Text.Json;
using Matinee.Local.Import.Tmdb;

namespace Matinee.Local.Tests.Import;

public class LiteralTests
{
    [Theory]
    [InlineData("[{'id': 16, 'name': 'Animation'}, {'id': 35, 'name': \"Director's cut\"}]", """[{"id":16,"name":"Animation"},{"id":35,"name":"Director's cut"}]""")]
    [InlineData("[{'a': None, 'b': True, 'c': False, 'd': -1.5e3}]", """[{"a":null,"b":true,"c":false,"d":-1500}]""")]
    [InlineData("[]", "[]")]
    [InlineData("  [ [ ] , { } ]  ", "[[],{}]")]
    [InlineData(@"['it\'s', 'tab\there', '\xe9\u00e9', 'back\\slash']", """["it's","tab\there","éé","back\\slash"]""")]
    [InlineData("""[{"name": "O\u0027Brien", "x": null, "y": [1, 2]}]""", """[{"name":"O'Brien","x":null,"y":[1,2]}]""")]
    public void Parse_PythonAndJson_GiveTheSameAsJson(string text, string json) =>
        Assert.Equal(
            JsonSerializer.Serialize(JsonSerializer.Deserialize<JsonElement>(json)),
            JsonSerializer.Serialize(JsonSerializer.Deserialize<JsonElement>(JsonSerializer.Serialize(Literal.Parse(text)))));

    [Theory]
    [InlineData("")]
    [InlineData("[")]
    [InlineData("[1")]
    [InlineData("[1,")]
    [InlineData("[1 2]")]
    [InlineData("{'a'}")]
    [InlineData("{'a': }")]
    [InlineData("{a: 1}")]
    [InlineData("'open")]
    [InlineData("'open\\")]
    [InlineData("'\\u12'")]
    [InlineData("[] []")]
    [InlineData("Nothing")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]")]
    public void Parse_Broken_SaysWhere(string text) =>
        Assert.Contains("At character", Assert.Throws<FormatException>(() => Literal.Parse(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void Parse_AnyDamage_GivesAValueOrAFormatException()
    {
        var random = new Random(5);
        const string Sound = "[{'id': 16, 'name': 'Anim\\'ation', \"b\": [None, True, 1.5]}]";
        for (var round = 0; round < 50_000; round++)
        {
            var text = Sound.ToCharArray();
            for (var i = random.Next(5); i >= 0; i--) text[random.Next(text.Length)] = "[]{}'\",:\\ xuN1"[random.Next(14)];
            try
            {
                Literal.Parse(new string(text, 0, random.Next(text.Length + 1)));
            }
            catch (FormatException error)
            {
                Assert.NotEmpty(error.Message);
            }
        }
    }
}
