using Matinee.Local.CosmosGateway.Sql;

namespace Matinee.Contract.Tests.Sql;

public class QueryTests
{
    static readonly List<SqlDocument> s_films = SqlTestData.Documents(
        """{"id":"1","title":"Heat","year":1995,"stars":4.50,"tags":["crime","noir"],"cast":[{"name":"Pacino","role":"Hanna"},{"name":"De Niro","role":"McCauley"}]}""",
        """{"id":"2","title":"Alien","year":1979,"stars":5,"tags":["space"],"value":{"order":3}}""",
        """{"id":"3","title":"Zodiac","year":2007,"stars":null,"tags":[]}""",
        """{"id":"4","title":"Big","year":"1988","tags":"comedy"}""",
        """{"id":"5","title":"Ran","stars":4.5,"seen":true}""");

    [Theory]
    [InlineData("SELECT VALUE c.id FROM c", "1 2 3 4 5")]
    [InlineData("select value c.id from c where c.year > 1990", "1 3")]
    [InlineData("SELECT VALUE c.id FROM c WHERE c.year != 1995", "2 3 4")]
    [InlineData("SELECT VALUE c.id FROM c WHERE NOT (c.year = 1995)", "2 3 4")]
    [InlineData("SELECT VALUE c.id FROM c WHERE c.stars != null", "1 2 5")]
    [InlineData("SELECT VALUE c.id FROM c WHERE c.stars = null", "3")]
    [InlineData("SELECT VALUE c.id FROM c WHERE NOT IS_DEFINED(c.stars)", "4")]
    [InlineData("SELECT VALUE c.id FROM c WHERE IS_NULL(c.stars)", "3")]
    [InlineData("SELECT VALUE c.id FROM c WHERE c.seen", "5")]
    [InlineData("SELECT VALUE c.id FROM c WHERE c.year", "")]
    [InlineData("SELECT VALUE c.id FROM c WHERE c.year >= 1979 OR c.seen", "1 2 3 5")]
    [InlineData("SELECT VALUE c.id FROM c WHERE c.Year > 0", "")]
    [InlineData("SELECT VALUE c.id FROM c WHERE c[\"value\"][\"order\"] = 3", "2")]
    [InlineData("SELECT VALUE c.id FROM c WHERE c.tags[0] = 'space'", "2")]
    [InlineData("SELECT VALUE c.id FROM c WHERE ARRAY_CONTAINS(c.tags, 'noir')", "1")]
    [InlineData("SELECT VALUE c.id FROM c WHERE ARRAY_CONTAINS(c['cast'], {\"name\": 'De Niro'}, true)", "1")]
    [InlineData("SELECT VALUE c.id FROM c WHERE c.tags = []", "3")]
    [InlineData("SELECT VALUE c.id FROM c WHERE c.title IN ('Heat', 'Ran')", "1 5")]
    [InlineData("SELECT VALUE c.id FROM c WHERE c.year BETWEEN 1979 AND 1995", "1 2")]
    [InlineData("SELECT VALUE c.id FROM c WHERE c.title LIKE '%a%'", "1 3 5")]
    [InlineData("SELECT VALUE c.id FROM c WHERE STARTSWITH(LOWER(c.title), 'a')", "2")]
    [InlineData("SELECT VALUE x.id FROM c AS x WHERE x.id = '1'", "1")]
    [InlineData("SELECT VALUE films.id FROM films WHERE films.id = '1'", "1")]
    [InlineData("SELECT VALUE f.id FROM films f WHERE f.id = '1'", "1")]
    [InlineData("SELECT VALUE o.id FROM root o WHERE o.id > '3'", "4 5")]
    [InlineData("SELECT VALUE v FROM c.value v", null)]
    [InlineData("SELECT VALUE v['order'] FROM c['value'] v", "3")]
    [InlineData("SELECT VALUE t FROM t IN c.tags", "crime noir space")]
    [InlineData("SELECT VALUE CONCAT(c.id, t) FROM c JOIN t IN c.tags WHERE t != 'noir'", "1crime 2space")]
    [InlineData("SELECT VALUE CONCAT(t, p.name) FROM c JOIN t IN c.tags JOIN p IN c['cast']", "crimePacino crimeDe Niro noirPacino noirDe Niro")]
    [InlineData("SELECT VALUE p.role FROM c JOIN p IN c['cast'] ORDER BY p.name", "McCauley Hanna")]
    [InlineData("SELECT VALUE c.stars FROM c", "4.50 5 null 4.5")]
    [InlineData("SELECT TOP 2 VALUE c.id FROM c", "1 2")]
    [InlineData("SELECT TOP 0 VALUE c.id FROM c", "")]
    [InlineData("SELECT VALUE c.id FROM c OFFSET 1 LIMIT 2", "2 3")]
    [InlineData("SELECT VALUE c.id FROM c OFFSET 9 LIMIT 2", "")]
    [InlineData("SELECT VALUE c.id FROM c OFFSET 0 LIMIT 0", "")]
    [InlineData("SELECT VALUE c.seen FROM c OFFSET 0 LIMIT 1", "true")]
    [InlineData("SELECT VALUE c.id FROM c ORDER BY c.title", "2 4 1 5 3")]
    [InlineData("SELECT VALUE c.id FROM c ORDER BY c.title DESC", "3 5 1 4 2")]
    [InlineData("SELECT VALUE c.id FROM c ORDER BY c.year", "5 2 1 3 4")]
    [InlineData("SELECT VALUE c.id FROM c ORDER BY c.year DESC", "4 3 1 2 5")]
    [InlineData("SELECT VALUE c.id FROM c ORDER BY c.stars ASC, c.title DESC", "4 3 5 1 2")]
    [InlineData("SELECT VALUE c.id FROM c ORDER BY c.stars DESC, c.id DESC OFFSET 1 LIMIT 3", "5 1 3")]
    [InlineData("SELECT TOP 2 VALUE c.id FROM c ORDER BY c.tags, c.title", "5 4")]
    [InlineData("SELECT VALUE root[\"id\"] FROM root WHERE (((root[\"title\"] != \"Big\") AND (root[\"year\"] > 5)) AND (root[\"stars\"] >= 1)) ORDER BY root[\"year\"] DESC OFFSET 1 LIMIT 2", "2")]
    public void Run_OverFilms_GivesTheseResults(string query, string? expected)
    {
        if (expected is null)
        {
            Assert.Throws<SqlException>(() => SqlQuery.Parse(query));
            return;
        }

        Assert.Equal(expected, string.Join(' ', SqlTestData.All(query, s_films).Select(item => item.Trim('"'))));
    }

    [Theory]
    [InlineData("SELECT c.id, c.year AS y, c.value FROM c WHERE c.id = '2'", null)]
    [InlineData("SELECT c.id, c.year AS y, c['value']['order'] FROM c WHERE c.id = '2'", """{"id":"2","y":1979,"order":3}""")]
    [InlineData("SELECT c.id, c.nothing, c.stars FROM c WHERE c.id = '1'", """{"id":"1","stars":4.50}""")]
    [InlineData("SELECT c.nothing FROM c WHERE c.id = '1'", "{}")]
    [InlineData("SELECT 1, c.year + 1, c.tags[0] FROM c WHERE c.id = '1'", """{"$1":1,"$2":1996,"$3":"crime"}""")]
    [InlineData("SELECT c FROM c WHERE c.id = '5'", """{"c":{"id":"5","title":"Ran","stars":4.5,"seen":true}}""")]
    [InlineData("SELECT VALUE {\"film\": c.title, 'tags': [c.tags, c.nothing]} FROM c WHERE c.id = '1'", """{"film":"Heat","tags":[["crime","noir"]]}""")]
    [InlineData("SELECT * FROM c WHERE c.id = '4'", """{"id":"4","title":"Big","year":"1988","tags":"comedy"}""")]
    [InlineData("SELECT 1 AS one, 'x' AS x", """{"one":1,"x":"x"}""")]
    [InlineData("SELECT VALUE 5 WHERE 1 = 1", "5")]
    public void Run_WithProjection_GivesThisResult(string query, string? expected)
    {
        if (expected is null) Assert.Throws<SqlException>(() => SqlQuery.Parse(query));
        else Assert.Equal([expected], SqlTestData.All(query, s_films));
    }

    [Fact]
    public void Run_SelectStar_KeepsTheDocumentsTextAsItIs()
    {
        const string Odd = """{ "id" : "\u0041\/x", "n": 1.50e+2, "big": 12345678901234567890.000, "dup": 1, "dup": 2, "s": "\ud83d" }""";
        var documents = SqlTestData.Documents(Odd);

        Assert.Equal([Odd], SqlTestData.All("SELECT * FROM c ORDER BY c.n", documents));
        Assert.Equal(["""{"n":1.50e+2,"big":12345678901234567890.000,"id":"\u0041\/x","dup":2,"s":"\ud83d"}"""],
            SqlTestData.All("SELECT c.n, c.big, c.id, c.dup, c.s FROM c WHERE c.id = 'A/x' AND c.n = 150", documents));
    }

    [Fact]
    public void Run_WithParameters_UsesTheirValues()
    {
        var parameters = SqlTestData.Parameters(("@year", "1990"), ("@n", "1"), ("@tags", "[\"space\"]"), ("@o", """{"name":"tags"}"""));

        Assert.Equal(["\"3\""], SqlTestData.All("SELECT VALUE c.id FROM c WHERE c.year > @year OFFSET @n LIMIT @n", s_films, parameters));
        Assert.Equal(["\"1\""], SqlTestData.All("SELECT TOP @n VALUE c.id FROM c", s_films, parameters));
        Assert.Equal(["\"2\""], SqlTestData.All("SELECT VALUE c.id FROM c WHERE c.tags = @tags", s_films, parameters));
        Assert.Equal(["\"2\""], SqlTestData.All("SELECT VALUE c.id FROM c WHERE c[@o.name] = @tags", s_films, parameters));
    }

    [Theory]
    [InlineData("SELECT VALUE c.id FROM c WHERE c.id = @missing", "@missing")]
    [InlineData("SELECT TOP @a VALUE c.id FROM c", "TOP needs a whole number")]
    [InlineData("SELECT VALUE c.id FROM c OFFSET @b LIMIT 1", "OFFSET needs a whole number")]
    [InlineData("SELECT VALUE c.id FROM c OFFSET 0 LIMIT @c", "LIMIT needs a whole number")]
    public void Run_WithUnfitParameters_SaysWhich(string query, string reason)
    {
        var parameters = SqlTestData.Parameters(("@a", "\"1\""), ("@b", "-1"), ("@c", "1.5"));

        var error = Assert.Throws<SqlException>(() => SqlQuery.Parse(query).Run(s_films, parameters, 10, null));

        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_OrderByMixedKinds_SortsByKindFirst()
    {
        string[] values = ["{\"a\":1}", "[2]", "\"b\"", "2", "true", "null", "", "{\"a\":0}", "[1,5]", "\"a\"", "1", "false"];
        var documents = SqlTestData.Documents([.. values.Select((v, i) => v == "" ? $$"""{"id":"none"}""" : $$"""{"id":{{v}},"x":{{v}}}""")]);

        var ascending = SqlTestData.All("SELECT VALUE c.id FROM c ORDER BY c.x", documents);

        Assert.Equal(["\"none\"", "null", "false", "true", "1", "2", "\"a\"", "\"b\"", "[1,5]", "[2]", "{\"a\":0}", "{\"a\":1}"], ascending);
        Assert.Equal(ascending.Reverse(), SqlTestData.All("SELECT VALUE c.id FROM c ORDER BY c.x DESC", documents));
    }

    [Fact]
    public void Run_WithoutOrderBy_ReadsNoFurtherThanTheNextPagesFirstResult()
    {
        var read = 0;
        var documents = Enumerable.Range(0, 1000).Select(i =>
        {
            read++;
            return SqlTestData.Document($$"""{"n":{{i}}}""", i);
        });

        var page = SqlQuery.Parse("SELECT VALUE c.n FROM c WHERE c.n % 2 = 1").Run(documents, SqlTestData.NoParameters, 3, null);

        Assert.Equal(["1", "3", "5"], page.Items);
        Assert.Equal(8, read);
    }

    [Fact]
    public void Run_OnSeveralThreads_MixesNothingUp()
    {
        var query = SqlQuery.Parse("SELECT VALUE c.id FROM c WHERE c.title LIKE @form OR c.id IN ('x1', 'x2', 'x3', 'x4', 'x5', 'x6', 'x7', @id)");
        (string, string, string[])[] cases = [("\"H%\"", "\"3\"", ["\"1\"", "\"3\""]), ("\"%n\"", "\"4\"", ["\"2\"", "\"4\"", "\"5\""])];

        Parallel.For(0, 2_000, i =>
        {
            var (form, id, expected) = cases[i % 2];
            Assert.Equal(expected, query.Run(s_films, SqlTestData.Parameters(("@form", form), ("@id", id)), -1, null).Items);
        });
    }

    [Theory]
    [InlineData("FROM c WHERE c.value > 1", null)]
    [InlineData("FROM c WHERE c.year > 1990", true)]
    [InlineData("from c where c.year > 2000", false)]
    [InlineData("FROM c WHERE c.nothing != 1", false)]
    [InlineData("FROM c", true)]
    [InlineData("FROM c JOIN t IN c.tags WHERE t = 'noir'", true)]
    [InlineData("FROM c WHERE c.year = @y", null)]
    [InlineData("FROM c ORDER BY c.id", null)]
    [InlineData("SELECT * FROM c", null)]
    [InlineData("", null)]
    public void Holds_OfACondition_IsTrueOnlyForTrue(string condition, bool? expected)
    {
        if (expected is null) Assert.Throws<SqlException>(() => SqlCondition.Parse(condition));
        else Assert.Equal(expected, SqlCondition.Parse(condition).Holds(s_films[0].Body));
    }
}
