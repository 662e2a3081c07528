using System.Text.Json;
using Matinee.Local.CosmosGateway.Sql;

namespace Matinee.Contract.Tests.Sql;

/// <summary>Runs queries over documents written as JSON.</summary>
static class SqlTestData
{
    public static readonly IReadOnlyDictionary<string, JsonElement> NoParameters = new Dictionary<string, JsonElement>();

    public static List<SqlDocument> Documents(params string[] bodies) => [.. bodies.Select((body, order) => Document(body, order))];

    public static SqlDocument Document(string body, long order) => new(Json(body), order);

    public static JsonElement Json(string text)
    {
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }

    public static IReadOnlyDictionary<string, JsonElement> Parameters(params (string Name, string Value)[] values) =>
        values.ToDictionary(value => value.Name, value => Json(value.Value));

    /// <summary>All results on one page.</summary>
    public static string[] All(string query, IEnumerable<SqlDocument> documents, IReadOnlyDictionary<string, JsonElement>? parameters = null)
    {
        var page = SqlQuery.Parse(query).Run(documents, parameters ?? NoParameters, -1, null);
        Assert.Null(page.Continuation);
        return [.. page.Items];
    }

    /// <summary>The value of an expression without documents; null if it is undefined.</summary>
    public static string? Value(string expression) => All("SELECT VALUE " + expression, []).SingleOrDefault();

    /// <summary>Walks all pages; between two pages something may happen to the documents.</summary>
    public static List<string> Walk(string query, List<SqlDocument> documents, int pageSize, Action<int>? between = null)
    {
        var results = new List<string>();
        string? continuation = null;
        for (var page = 0; ; page++)
        {
            var got = SqlQuery.Parse(query).Run(documents, NoParameters, pageSize, continuation);
            Assert.True(page < 1_000, "the pages do not end");
            Assert.True(got.Items.Count <= pageSize);
            Assert.True(got.Continuation is null || got.Items.Count > 0);
            results.AddRange(got.Items);
            if (got.Continuation is null) return results;
            continuation = got.Continuation;
            between?.Invoke(page);
        }
    }
}
