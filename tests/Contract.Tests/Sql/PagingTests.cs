using System.Buffers.Text;
using System.Text;
using Matinee.Local.CosmosGateway.Sql;

namespace Matinee.Contract.Tests.Sql;

public class PagingTests
{
    const int Documents = 97;

    [Theory]
    [InlineData("SELECT VALUE c.id FROM c")]
    [InlineData("SELECT VALUE c.id FROM c WHERE c.n % 3 = 0")]
    [InlineData("SELECT VALUE c.id FROM c ORDER BY c.n")]
    [InlineData("SELECT VALUE c.id FROM c ORDER BY c.n DESC, c.mixed")]
    [InlineData("SELECT VALUE c.id FROM c ORDER BY c.mixed DESC")]
    [InlineData("SELECT VALUE c.id FROM c ORDER BY c.tags, c.mixed DESC, c.nothing")]
    [InlineData("SELECT VALUE c.id FROM c OFFSET 11 LIMIT 40")]
    [InlineData("SELECT TOP 33 VALUE c.id FROM c ORDER BY c.mixed")]
    [InlineData("SELECT VALUE c.id FROM c ORDER BY c.mixed OFFSET 11 LIMIT 40")]
    [InlineData("SELECT VALUE [c.id, t] FROM c JOIN t IN c.tags")]
    [InlineData("SELECT VALUE [c.id, t] FROM c JOIN t IN c.tags ORDER BY t DESC")]
    [InlineData("SELECT DISTINCT VALUE c.mixed FROM c")]
    [InlineData("SELECT DISTINCT c.n, c.mixed FROM c ORDER BY c.mixed DESC OFFSET 3 LIMIT 17")]
    [InlineData("SELECT c.mixed, COUNT(1) AS n FROM c GROUP BY c.mixed")]
    [InlineData("SELECT TOP 5 VALUE [c.n, SUM(c.id)] FROM c GROUP BY c.n, c.mixed")]
    [InlineData("SELECT VALUE COUNT(1) FROM c")]
    public void Run_PageByPage_GivesWhatOnePageWouldGive(string query)
    {
        var documents = Make(Documents);
        var whole = SqlTestData.All(query, documents);
        Assert.NotEmpty(whole);

        foreach (var size in new[] { 1, 2, 7, 40, 96, 97, 98 }) Assert.Equal(whole, SqlTestData.Walk(query, documents, size));
    }

    [Theory]
    [InlineData("SELECT VALUE c.id FROM c")]
    [InlineData("SELECT VALUE c.id FROM c ORDER BY c.n")]
    [InlineData("SELECT VALUE c.id FROM c ORDER BY c.mixed DESC, c.n")]
    public void Run_WithWritesBetweenPages_NeitherRepeatsNorSkips(string query)
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var random = new Random(seed);
            var documents = Make(Documents);
            var original = documents.Select(document => document.Body.GetProperty("id").GetRawText()).ToHashSet();
            var deleted = new HashSet<string>();
            var next = Documents;

            var results = SqlTestData.Walk(query, documents, 5, _ =>
            {
                for (var i = 0; i < 3; i++)
                {
                    var at = random.Next(documents.Count);
                    deleted.Add(documents[at].Body.GetProperty("id").GetRawText());
                    documents.RemoveAt(at);
                    documents.Add(Make(next, random.Next(20)));
                    next++;
                }
            });

            Assert.Equal(results.Count, results.Distinct().Count());
            Assert.Empty(original.Except(results).Except(deleted));
        }
    }

    [Theory]
    [InlineData("SELECT DISTINCT VALUE c.mixed FROM c")]
    [InlineData("SELECT VALUE c.mixed FROM c GROUP BY c.mixed")]
    public void Run_OfGroupsWithDeletesBetweenPages_RepeatsNone(string query)
    {
        var documents = Make(Documents);

        // Each page's first occurrences go away, and their values come back at the end.
        var results = SqlTestData.Walk(query, documents, 2, page =>
        {
            var moved = documents[..20];
            documents.RemoveRange(0, 20);
            documents.AddRange(moved.Select((document, i) => document with { Order = 1000 + (page * 100) + i }));
        });

        Assert.Equal(SqlTestData.All(query, Make(Documents)), results);
    }

    [Fact]
    public void Run_WithTheDocumentOfTheLastResultGone_GoesOnAfterIt()
    {
        var documents = Make(10);
        var query = SqlQuery.Parse("SELECT VALUE c.id FROM c ORDER BY c.id DESC");
        var first = query.Run(documents, SqlTestData.NoParameters, 3, null);
        documents.RemoveAt(7);

        Assert.Equal(["9", "8", "7"], first.Items);
        Assert.Equal(["6", "5"], query.Run(documents, SqlTestData.NoParameters, 2, first.Continuation).Items);
    }

    [Fact]
    public void FirstOrder_OfALaterPage_LetsTheStoreLeaveOutWhatWasGiven()
    {
        var documents = Make(20);
        foreach (var (text, expected) in new[]
        {
            ("SELECT VALUE c.id FROM c", 4L),
            ("SELECT VALUE c.id FROM c ORDER BY c.n", long.MinValue),
            ("SELECT DISTINCT VALUE c.id FROM c", long.MinValue),
        })
        {
            var query = SqlQuery.Parse(text);
            var first = query.Run(documents, SqlTestData.NoParameters, 5, null);
            var order = query.FirstOrder(SqlTestData.NoParameters, first.Continuation);

            Assert.Equal(expected, order);
            Assert.Equal(long.MinValue, query.FirstOrder(SqlTestData.NoParameters, null));
            Assert.Equal(
                query.Run(documents, SqlTestData.NoParameters, 5, first.Continuation).Items,
                query.Run(documents.Where(document => document.Order >= order), SqlTestData.NoParameters, 5, first.Continuation).Items);
        }
    }

    [Fact]
    public void Run_WithAForeignContinuation_RefusesIt()
    {
        var documents = Make(10);
        var token = SqlQuery.Parse("SELECT VALUE c.id FROM c").Run(documents, SqlTestData.NoParameters, 3, null).Continuation!;

        Refused("SELECT VALUE c.n FROM c", token, "belongs to another query");
        Refused("SELECT VALUE c.id FROM c ORDER BY c.n", token, "belongs to another query");
        Refused("SELECT VALUE c.id FROM c", token[..^8], "damaged");
        Refused("SELECT VALUE c.id FROM c", "", "damaged");
        Refused("SELECT VALUE c.id FROM c", "!!!", "damaged");
        foreach (var json in new[] { "[]", "5", "{}", "{\"v\":\"1\"}", "{\"v\":1}", "{\"v\":1,\"q\":5}", "{\"v\":1e99}" })
            Refused("SELECT VALUE c.id FROM c", Convert.ToBase64String(Encoding.UTF8.GetBytes(json)).TrimEnd('='), "damaged");
        Refused("SELECT VALUE c.id FROM c", Convert.ToBase64String("{\"v\":2}"u8).TrimEnd('='), "has version 2");

        static void Refused(string query, string token, string reason)
        {
            var error = Assert.Throws<SqlException>(() => SqlQuery.Parse(query).Run(Make(10), SqlTestData.NoParameters, 3, token));
            Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Run_WithAForgedContinuation_RefusesIt()
    {
        var query = SqlQuery.Parse("SELECT VALUE c.id FROM c ORDER BY c.n");
        var sound = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(query.Run(Make(10), SqlTestData.NoParameters, 1, null).Continuation));
        Assert.EndsWith("\"k\":[[0]]}", sound, StringComparison.Ordinal);

        foreach (var keys in new[] { "[]", "[[0],[0]]", "[0]", "[[0,1]]", "{}", "[[0]" })
        {
            var forged = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(sound.Replace("[[0]]", keys, StringComparison.Ordinal)));
            Assert.Throws<SqlException>(() => query.Run(Make(10), SqlTestData.NoParameters, 1, forged));
        }
    }

    [Fact]
    public void Run_WithOtherParameters_RefusesTheContinuation()
    {
        var query = SqlQuery.Parse("SELECT VALUE c.id FROM c WHERE c.n >= @n");
        var token = query.Run(Make(50), SqlTestData.Parameters(("@n", "1")), 3, null).Continuation;

        Assert.Equal(3, query.Run(Make(50), SqlTestData.Parameters(("@n", "1.0"), ("@unused", "2")), 3, token).Items.Count);
        Assert.Throws<SqlException>(() => query.Run(Make(50), SqlTestData.Parameters(("@n", "2")), 3, token));
    }

    [Fact]
    public void Run_WithAPageEndAtAHugeOrderValue_RefusesInsteadOfMakingAHugeToken()
    {
        var documents = SqlTestData.Documents($$"""{"t":"{{new string('a', 5000)}}"}""", $$"""{"t":"{{new string('b', 5000)}}"}""");
        var query = SqlQuery.Parse("SELECT VALUE LENGTH(c.t) FROM c ORDER BY c.t");

        Assert.Contains("5004 bytes", Assert.Throws<SqlException>(() => query.Run(documents, SqlTestData.NoParameters, 1, null)).Message, StringComparison.Ordinal);
        Assert.Equal(["5000", "5000"], query.Run(documents, SqlTestData.NoParameters, 2, null).Items);
    }

    static List<SqlDocument> Make(int count) => [.. Enumerable.Range(0, count).Select(i => Make(i, i * 7 % 20))];

    /// <summary>n has many ties; mixed is of every kind, and sometimes missing.</summary>
    static SqlDocument Make(int id, int n)
    {
        var mixed = (id % 8) switch
        {
            0 => "",
            1 => ",\"mixed\":null",
            2 => $",\"mixed\":{(n % 2 == 0 ? "true" : "false")}",
            3 => $",\"mixed\":{n}.25",
            4 => $",\"mixed\":\"x\\u00e4\\ud83d{n % 3}\"",
            5 => $",\"mixed\":[{n % 4},\"a\"]",
            6 => $$""","mixed":{"k":{{n % 5}}}""",
            _ => $",\"mixed\":{n % 4}e999",
        };
        return SqlTestData.Document($$"""{"id":{{id}},"n":{{n}},"tags":["t{{id % 3}}","u","t{{id % 5}}"]{{mixed}}}""", id);
    }
}
