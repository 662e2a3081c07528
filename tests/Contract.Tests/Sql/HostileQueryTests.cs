using System.Diagnostics;
using System.Globalization;
using Matinee.Local.CosmosGateway.Sql;

namespace Matinee.Contract.Tests.Sql;

public class HostileQueryTests
{
    static readonly List<SqlDocument> s_documents = SqlTestData.Documents(
        """{"id":"1","a":1,"s":"text","t":["x","y"],"o":{"p":null}}""",
        """{"id":"2","a":"1","s":"\ud83d","t":[[]],"\udc00":5,"\ufffd":6}""",
        """[1, 2]""",
        "5",
        """{"id":3,"a":-1e999,"t":[1e999,0,-0.0]}""");

    [Theory]
    [InlineData("(", "1", ")")]
    [InlineData("NOT ", "true", "")]
    [InlineData("- ", "1", "")]
    [InlineData("[", "1", "]")]
    [InlineData("{\"a\":", "1", "}")]
    [InlineData("ABS(", "1", ")")]
    [InlineData("[1][", "0", "]")]
    [InlineData("true ? 1 : ", "2", "")]
    [InlineData("true ? ", "2", " : 1")]
    [InlineData("1 + ", "1", "")]
    [InlineData("1 + (", "1", ")")]
    [InlineData("1 = ", "1", "")]
    [InlineData("undefined ?? ", "1", "")]
    [InlineData("'a' || ", "'a'", "")]
    [InlineData("1 IN (", "1", ")")]
    public void Parse_OfManyNestedExpressions_IsRefusedAndNeverBreaksTheStack(string before, string middle, string after)
    {
        foreach (var depth in new[] { 150, 199, 1_000, 20_000, 100_000 })
        {
            var query = "SELECT VALUE " + Repeated(before, depth) + middle + Repeated(after, depth);

            // A third of what a thread has: whoever calls may have used some.
            var error = OnSmallStack(() => SqlTestData.All(query, s_documents));

            if (depth >= 1_000) Assert.IsType<SqlException>(error);
            else Assert.True(error is null or SqlException, error?.ToString());
        }
    }

    [Fact]
    public void Parse_OfNestingThatLinqWrites_IsServed()
    {
        var query = "SELECT VALUE root FROM root WHERE " + Repeated("(", 150) + "(root[\"a\"] = 0)" + string.Concat(Enumerable.Range(1, 150).Select(i => $" OR (root[\"a\"] = {i}))"));

        Assert.Single(SqlTestData.All(query, s_documents));
    }

    [Fact]
    public void Run_WithThousandsOfTerms_IsServed()
    {
        var values = string.Join(", ", Enumerable.Range(0, 20_000).Select(i => $"'{i}'"));
        var terms = string.Join(" OR ", Enumerable.Range(0, 5_000).Select(i => $"(c.id = '{i}' AND c[\"a\"] = {i})"));
        var path = "c" + Repeated(".a", 50_000);

        Assert.Equal(2, SqlTestData.All($"SELECT * FROM c WHERE c.id IN ({values})", s_documents).Length);
        Assert.Single(SqlTestData.All($"SELECT * FROM c WHERE {terms}", s_documents));
        Assert.Empty(SqlTestData.All($"SELECT VALUE {path} FROM c", s_documents));
    }

    [Fact]
    public void Parse_OfTooLongAQuery_SaysHowLongItMayBe()
    {
        var error = Assert.Throws<SqlException>(() => SqlQuery.Parse("SELECT VALUE '" + new string('x', 300_000) + "'"));

        Assert.Contains("at most 262144", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Like_OfPatternsMadeToBacktrack_TakesNoLongTime()
    {
        var text = new string('a', 20_000);
        var pattern = Repeated("%a", 500) + "%b";
        var clock = Stopwatch.StartNew();

        Assert.Equal("false", SqlTestData.Value($"'{text}' LIKE '{pattern}'"));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5), $"{clock.Elapsed}");
        Assert.Throws<SqlException>(() => SqlTestData.Value($"'a' LIKE '{new string('%', 1025)}'"));
    }

    [Fact]
    public void Run_OfJoinsThatMultiply_StopsAndSaysSo()
    {
        var items = string.Join(',', Enumerable.Range(0, 300));
        var documents = SqlTestData.Documents($$"""{"t":[{{items}}]}""");
        var query = SqlQuery.Parse("SELECT VALUE COUNT(1) FROM c JOIN x IN c.t JOIN y IN c.t JOIN z IN c.t");

        var error = Assert.Throws<SqlException>(() => query.Run(documents, SqlTestData.NoParameters, -1, null));

        Assert.Contains("more than 1000000 rows", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SELECT VALUE REPLACE(c.s, 'a', c.s) FROM c")]
    [InlineData("SELECT VALUE LENGTH(CONCAT(c.s, c.s, c.s, c.s, c.s)) FROM c")]
    [InlineData("SELECT VALUE LENGTH(c.s || c.s || c.s || c.s || c.s) FROM c")]
    public void Run_OfStringsThatGrow_StopsAndSaysSo(string query)
    {
        var documents = SqlTestData.Documents($$"""{"s":"{{new string('a', 2_000_000)}}"}""");

        var error = Assert.Throws<SqlException>(() => SqlTestData.All(query, documents));

        Assert.Contains("at most 8388608 are allowed", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SELECT VALUE c.s FROM c WHERE c.id = '2'", "\"\\ud83d\"")]
    [InlineData("SELECT VALUE c.s || '!' FROM c WHERE c.id = '2'", "\"\\ud83d!\"")]
    [InlineData("SELECT VALUE LENGTH(c.s) FROM c WHERE c.s != 'text'", "1")]
    [InlineData("SELECT VALUE c.id FROM c WHERE c.s = '\\ud83d'", "\"2\"")]
    [InlineData("SELECT VALUE c.id FROM c WHERE c.s > 'zzz' ORDER BY c.s", "\"2\"")]
    [InlineData("SELECT VALUE c['\\udc00'] FROM c WHERE c.id = '2'", "5")]
    [InlineData("SELECT VALUE {\"\\udc00\": 1, \"\\udc01\": 2}['\\udc01']", "2")]
    [InlineData("SELECT VALUE IS_DEFINED(c['\\udbff']) FROM c WHERE c.id = '2'", "false")]
    [InlineData("SELECT VALUE '\\ud83d\\ude00' || '\\ude00'", "\"\ud83d\ude00\\ude00\"")]
    [InlineData("SELECT VALUE c.id FROM c WHERE c = {\"id\":\"2\",\"a\":\"1\",\"s\":\"\\ud83d\",\"t\":[[]],\"\\ufffd\":6,\"\\udc00\":5}", "\"2\"")]
    [InlineData("SELECT DISTINCT VALUE c.s FROM c WHERE c.id = '2'", "\"\\ud83d\"")]
    public void Run_OverHalfASurrogatePair_ReadsItLikeAnyCharacter(string query, string expected) =>
        Assert.Equal([expected], SqlTestData.All(query, s_documents));

    [Fact]
    public void Parse_OfRandomTokens_ThrowsNothingButSqlException()
    {
        string[] vocabulary =
        [
            "SELECT", "SELECT VALUE", "FROM c", "WHERE", "ORDER BY", "GROUP BY", "OFFSET", "LIMIT", "TOP", "DISTINCT", "VALUE", "AS", "IN", "JOIN t IN c.t",
            "NOT", "AND", "OR", "LIKE", "ESCAPE", "BETWEEN", "ASC", "DESC", "EXISTS", "c", "c.a", "c.s", "c.o.p", "t", "root", "x", "*", "1", "2.5", "1e3",
            "'a'", "\"s\"", "@p", "true", "null", "undefined", "(", ")", "[", "]", "{", "}", ":", ",", ".", "?", "??", "+", "-", "*", "/", "%", "=", "!=",
            "<", ">=", "||", "COUNT(1)", "SUM(c.a)", "ABS(", "CONTAINS(", "LEFT(", "ToString(", "udf.f(", "'%'", "--\n", "\\", "'", "&", "\u0000", "ß",
        ];
        var random = new Random(7);
        var ran = 0;
        for (var i = 0; i < 20_000; i++)
        {
            var words = Enumerable.Range(0, random.Next(1, 14)).Select(_ => vocabulary[random.Next(vocabulary.Length)]);
            ran += Survives((random.Next(3) > 0 ? "SELECT VALUE " : "") + string.Join(' ', words) + (random.Next(2) > 0 ? " FROM c" : ""));
        }

        Assert.True(ran > 150, $"only {ran} of the queries could be run");
    }

    [Fact]
    public void Parse_OfDamagedQueries_ThrowsNothingButSqlException()
    {
        string[] queries =
        [
            "SELECT c.id, c.o.p AS p, [1, 'a'] FROM c JOIN t IN c.t WHERE (c.a = 1 OR c.s LIKE '%x' ESCAPE '!') AND NOT (c.a IN (1, @p)) ORDER BY c.s DESC, c.a OFFSET 0 LIMIT 5",
            "SELECT DISTINCT TOP 5 VALUE {\"a\": c.a ?? 1, \"b\": c.s = 'x' ? -1 : +2} FROM root AS c WHERE c.a BETWEEN 1 AND 2.5e1 -- end",
            "SELECT c.s, COUNT(1) AS n, AVG(c.a) FROM c WHERE ARRAY_CONTAINS(c.t, {\"x\": null}, true) AND SUBSTRING(c.s, 1, 2) || 'y' != \"z\\u0041\" GROUP BY c.s",
        ];
        var random = new Random(8);
        var ran = 0;
        for (var i = 0; i < 20_000; i++)
        {
            var query = queries[i % queries.Length].ToList();
            for (var edits = random.Next(1, 4); edits > 0; edits--)
            {
                var at = random.Next(query.Count);
                if (random.Next(2) == 0) query.RemoveAt(at);
                else query.Insert(at, query[random.Next(query.Count)]);
            }

            ran += Survives(string.Concat(query));
        }

        Assert.True(ran > 1_000, $"only {ran} of the queries could be run");
    }

    static int Survives(string text)
    {
        try
        {
            var query = SqlQuery.Parse(text);
            var parameters = SqlTestData.Parameters(("@p", "2"));
            query.TryGetIds(parameters, out _);
            var page = query.Run(s_documents, parameters, 1, null);
            foreach (var item in page.Items) SqlTestData.Json(item);
            if (page.Continuation is not null) query.Run(s_documents, parameters, 1, page.Continuation);
            return 1;
        }
        catch (SqlException)
        {
            return 0;
        }
        catch (Exception e)
        {
            throw new InvalidOperationException(text, e);
        }
    }

    static Exception? OnSmallStack(Action action)
    {
        Exception? error = null;
        var thread = new Thread(() => error = Record.Exception(action), 512 * 1024);
        thread.Start();
        thread.Join();
        return error;
    }

    static string Repeated(string text, int times) => string.Concat(Enumerable.Repeat(text, times)).ToString(CultureInfo.InvariantCulture);
}
