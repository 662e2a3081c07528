using System.Text.Json;
using System.Text.Json.Nodes;

namespace Matinee.Api.Tests.Fuzzing;

/// <summary>The fuzzer is worth what its check is worth: each rule of the language, kept and broken.</summary>
public sealed class SchemaCheckTests
{
    static readonly SchemaCheck s_check = new(JsonNode.Parse("""
        {"components":{"schemas":{
          "Film":{"type":"object","required":["id"],"additionalProperties":false,"properties":{
            "id":{"type":"integer","format":"int32"},"at":{"type":["null","string"],"format":"date-time"},
            "kind":{"enum":["short","long"]},"stars":{"type":"number","format":"double"},
            "next":{"oneOf":[{"type":"null"},{"$ref":"#/components/schemas/Film"}]},
            "tags":{"type":"array","items":{"type":"string"}},"counts":{"type":"object","additionalProperties":{"type":"integer"}}}}}}}
        """)!);

    [Theory]
    [InlineData("""{"id":1}""", true)]
    [InlineData("""{"id":1,"at":null,"kind":"long","stars":4.5,"next":{"id":2,"next":null},"tags":["a"],"counts":{"b":2}}""", true)]
    [InlineData("""{"id":1,"at":"2026-05-01T12:00:00Z"}""", true)]
    [InlineData("""{}""", false)]
    [InlineData("""[]""", false)]
    [InlineData("""null""", false)]
    [InlineData("""{"id":"1"}""", false)]
    [InlineData("""{"id":1.5}""", false)]
    [InlineData("""{"id":4294967296}""", false)]
    [InlineData("""{"id":1,"at":"yesterday"}""", false)]
    [InlineData("""{"id":1,"kind":"Long"}""", false)]
    [InlineData("""{"id":1,"stars":"NaN"}""", false)]
    [InlineData("""{"id":1,"next":{"id":2,"next":{}}}""", false)]
    [InlineData("""{"id":1,"tags":["a",2]}""", false)]
    [InlineData("""{"id":1,"counts":{"b":"2"}}""", false)]
    [InlineData("""{"id":1,"passwordHash":"x"}""", false)]
    public void ProblemsOf_EachRule_AreToldWhereItIsBroken(string json, bool isRight)
    {
        var problems = s_check.ProblemsOf(JsonDocument.Parse(json).RootElement, s_check.Resolve("#/components/schemas/Film")).ToList();

        Assert.True(isRight == (problems.Count == 0), string.Join("; ", problems));
    }

    [Fact]
    public void ProblemsOf_KeywordItDoesNotKnow_IsRefused() =>
        Assert.Throws<NotSupportedException>(() => s_check.ProblemsOf(JsonDocument.Parse("1").RootElement, JsonNode.Parse("""{"multipleOf":2}""")!).ToList());
}
