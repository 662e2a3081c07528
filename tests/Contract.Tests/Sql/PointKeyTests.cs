using Matinee.Local.CosmosGateway.Sql;

namespace Matinee.Contract.Tests.Sql;

public class PointKeyTests
{
    [Theory]
    [InlineData("SELECT * FROM c WHERE c.id = 'a'", "a")]
    [InlineData("SELECT * FROM c WHERE 'a' = c['id']", "a")]
    [InlineData("SELECT * FROM c WHERE c.id = @p", "p")]
    [InlineData("SELECT * FROM c WHERE c.id IN ('a', @p, 5)", "a p")]
    [InlineData("SELECT * FROM c WHERE ( ( c.id = 'a' AND c[\"pk\"] = 1 ) OR ( c.id = @p AND c[\"pk\"] = 2 ) )", "a p")]
    [InlineData("SELECT VALUE root.id FROM root WHERE ((root[\"id\"] = \"a\") AND (root[\"x\"] > 5))", "a")]
    [InlineData("SELECT * FROM c WHERE c.id IN ('a', 'b') AND c.id = 'a'", "a")]
    [InlineData("SELECT * FROM c WHERE c.id = 'a' OR (c.id = 'b' OR c.id = 'a')", "a b")]
    [InlineData("SELECT VALUE t FROM c JOIN t IN c.tags WHERE c.id = 'a'", "a")]
    [InlineData("SELECT * FROM c WHERE c.id = 5", "")]
    [InlineData("SELECT * FROM c", null)]
    [InlineData("SELECT * FROM c WHERE c.id != 'a'", null)]
    [InlineData("SELECT * FROM c WHERE NOT (c.id = 'a')", null)]
    [InlineData("SELECT * FROM c WHERE c.id > 'a'", null)]
    [InlineData("SELECT * FROM c WHERE c.id = 'a' OR c.x = 1", null)]
    [InlineData("SELECT * FROM c WHERE c.id NOT IN ('a')", null)]
    [InlineData("SELECT * FROM c WHERE c.id = c.other", null)]
    [InlineData("SELECT * FROM c WHERE c.id IN ('a', c.other)", null)]
    [InlineData("SELECT * FROM c WHERE c.id.id = 'a'", null)]
    [InlineData("SELECT * FROM c.sub AS s WHERE s.id = 'a'", null)]
    [InlineData("SELECT VALUE t FROM c JOIN t IN c.tags WHERE t.id = 'a'", null)]
    [InlineData("SELECT * FROM c WHERE c.id = 'a' ? true : true", null)]
    [InlineData("SELECT * FROM c WHERE (c.id = 'a') ?? true", null)]
    public void TryGetIds_OfACondition_FindsTheOnlyIdsThatCanDo(string query, string? expected)
    {
        var found = SqlQuery.Parse(query).TryGetIds(SqlTestData.Parameters(("@p", "\"p\"")), out var ids);

        Assert.Equal(expected is not null, found);
        Assert.Equal(expected ?? "", string.Join(' ', ids.Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("SELECT * FROM c WHERE c.pk = 'a'", "\"a\"")]
    [InlineData("SELECT * FROM c WHERE c.pk IN ('a', 5, 5.0, null, true)", "\"a\" 5 null true")]
    [InlineData("SELECT * FROM c WHERE c.pk = undefined", "")]
    [InlineData("SELECT * FROM c WHERE c.id = 'x' AND (c.pk = 1 OR c.pk = 2)", "1 2")]
    [InlineData("SELECT * FROM c WHERE c.pk.x = 1", null)]
    [InlineData("SELECT * FROM c WHERE c.id = 'x'", null)]
    public void TryGetValues_OfACondition_FindsTheOnlyValuesThatCanDo(string query, string? expected)
    {
        var found = SqlQuery.Parse(query).TryGetValues(SqlTestData.Parameters(), ["pk"], out var values);

        Assert.Equal(expected is not null, found);
        Assert.Equal(expected ?? "", string.Join(' ', values.Order(StringComparer.Ordinal)));
    }
}
