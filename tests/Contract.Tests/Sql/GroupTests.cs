using Matinee.Local.CosmosGateway.Sql;

namespace Matinee.Contract.Tests.Sql;

public class GroupTests
{
    static readonly List<SqlDocument> s_ratings = SqlTestData.Documents(
        """{"user":"a","film":1,"stars":5,"note":"x"}""",
        """{"user":"a","film":2,"stars":3}""",
        """{"user":"b","film":1,"stars":1,"note":null}""",
        """{"user":"b","film":3}""",
        """{"film":9,"stars":2,"note":7}""",
        """{"user":"b","film":1.0,"stars":4,"tags":["q","r"]}""");

    [Theory]
    [InlineData("SELECT VALUE COUNT(1) FROM c", "6")]
    [InlineData("SELECT VALUE COUNT(c.stars) FROM c", "5")]
    [InlineData("SELECT VALUE COUNT(c.note) FROM c", "3")]
    [InlineData("SELECT VALUE SUM(c.stars) FROM c", "15")]
    [InlineData("SELECT VALUE AVG(c.stars) FROM c", "3")]
    [InlineData("SELECT VALUE MIN(c.stars) FROM c", "1")]
    [InlineData("SELECT VALUE MAX(c.stars) FROM c", "5")]
    [InlineData("SELECT VALUE MAX(c.note) FROM c", "\"x\"")]
    [InlineData("SELECT VALUE MIN(c.note) FROM c", "null")]
    [InlineData("SELECT VALUE SUM(c.note) FROM c", null)]
    [InlineData("SELECT VALUE AVG(c.note) FROM c", null)]
    [InlineData("SELECT VALUE MAX(c.tags) FROM c", null)]
    [InlineData("SELECT VALUE COUNT(1) FROM c WHERE false", "0")]
    [InlineData("SELECT VALUE SUM(c.stars) FROM c WHERE false", "0")]
    [InlineData("SELECT VALUE AVG(c.stars) FROM c WHERE false", null)]
    [InlineData("SELECT VALUE MIN(c.stars) FROM c WHERE false", null)]
    [InlineData("SELECT VALUE MAX(c.stars) FROM c WHERE false", null)]
    [InlineData("SELECT COUNT(1), MAX(c.stars) AS best, MIN(c.tags) AS odd FROM c", """{"$1":6,"best":5}""")]
    [InlineData("SELECT VALUE {\"n\": COUNT(1), \"mean\": SUM(c.stars) / COUNT(c.stars)} FROM c", """{"n":6,"mean":3}""")]
    [InlineData("SELECT VALUE COUNT(1) FROM c JOIN t IN c.tags", "2")]
    [InlineData("SELECT VALUE count(1)", "1")]
    [InlineData("SELECT VALUE COUNT(1) FROM c OFFSET 0 LIMIT 1", "6")]
    [InlineData("SELECT VALUE COUNT(1) FROM c OFFSET 1 LIMIT 1", null)]
    [InlineData("SELECT TOP 1 VALUE COUNT(1) FROM c", "6")]
    public void Run_WithAggregates_GivesOneResultOrNone(string query, string? expected) =>
        Assert.Equal(expected is null ? [] : [expected], SqlTestData.All(query, s_ratings));

    [Theory]
    [InlineData("SELECT c.user, COUNT(1) AS n FROM c GROUP BY c.user", """{"n":1} {"user":"a","n":2} {"user":"b","n":3}""")]
    [InlineData("SELECT COUNT(1) AS n FROM c WHERE c.stars > 1 GROUP BY c['user']", """{"n":1} {"n":2} {"n":1}""")]
    [InlineData("SELECT VALUE c.user FROM c GROUP BY c.user", "\"a\" \"b\"")]
    [InlineData("SELECT VALUE AVG(c.stars) FROM c GROUP BY c.user", "2 4 2.5")]
    [InlineData("SELECT VALUE [c.user, c.film, COUNT(1)] FROM c WHERE IS_DEFINED(c.user) GROUP BY c.user, c.film", """["a",1,1] ["a",2,1] ["b",1,2] ["b",3,1]""")]
    [InlineData("SELECT VALUE [UPPER(c.user), c.film > 1] FROM c WHERE IS_DEFINED(c.user) GROUP BY UPPER(c.user), c.film > 1", """["A",false] ["A",true] ["B",false] ["B",true]""")]
    [InlineData("SELECT VALUE c.film * 10 + SUM(c.stars) FROM c GROUP BY c.film OFFSET 1 LIMIT 2", "23 30")]
    [InlineData("SELECT VALUE c.user || '!' FROM c GROUP BY c.user", "\"a!\" \"b!\"")]
    [InlineData("SELECT VALUE COUNT(1) FROM c WHERE false GROUP BY c.user", "")]
    public void Run_WithGroups_GivesAResultForEach(string query, string expected) =>
        Assert.Equal(expected, string.Join(' ', SqlTestData.All(query, s_ratings)));

    [Theory]
    [InlineData("SELECT DISTINCT VALUE c.user FROM c", "\"a\" \"b\"")]
    [InlineData("SELECT DISTINCT c.user FROM c", """{} {"user":"a"} {"user":"b"}""")]
    [InlineData("SELECT DISTINCT VALUE c.film FROM c ORDER BY c.film DESC", "9 3 2 1")]
    [InlineData("SELECT DISTINCT TOP 2 VALUE c.film FROM c", "1 2")]
    [InlineData("SELECT DISTINCT c.user, c.film FROM c ORDER BY c.film, c.user DESC", """{"user":"b","film":1} {"user":"a","film":1} {"user":"a","film":2} {"user":"b","film":3} {"film":9}""")]
    [InlineData("SELECT DISTINCT VALUE c.stars > 2 FROM c OFFSET 1 LIMIT 1", "true")]
    public void Run_Distinct_GivesEachResultOnce(string query, string expected) =>
        Assert.Equal(expected, string.Join(' ', SqlTestData.All(query, s_ratings)));

    [Fact]
    public void Run_Distinct_TakesTheSameValueInOtherSpellingsForOne()
    {
        var documents = SqlTestData.Documents("""{"v":{"a":1,"b":"A"}}""", """{"v":{"b":"\u0041","a":1.0}}""", """{"v":{"a":"1","b":"A"}}""");

        Assert.Equal(["""{"a":1,"b":"A"}""", """{"a":"1","b":"A"}"""], SqlTestData.All("SELECT DISTINCT VALUE c.v FROM c", documents));
        Assert.Equal(["2", "1"], SqlTestData.All("SELECT VALUE COUNT(1) FROM c GROUP BY c.v", documents));
    }
}
