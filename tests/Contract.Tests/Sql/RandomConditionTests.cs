namespace Matinee.Contract.Tests.Sql;

public class RandomConditionTests
{
    [Fact]
    public void Run_WithRandomConditions_FindsWhatAPlainEvaluationFinds()
    {
        var (kept, dropped) = (0, 0);
        for (var seed = 0; seed < 3_000; seed++)
        {
            var model = new ConditionModel(new Random(seed));
            var condition = model.Make(1 + (seed % 4));
            var values = Enumerable.Range(0, 40).Select(_ => model.Document()).ToArray();
            var documents = SqlTestData.Documents([.. values.Select(ConditionModel.Json)]);
            var expected = values.Where(value => ConditionModel.IsTrue(condition.Evaluate(value))).Select(ConditionModel.Json).ToArray();

            var found = SqlTestData.All($"SELECT * FROM c WHERE {condition.Sql}", documents);

            Assert.True(expected.SequenceEqual(found), $"seed {seed}: {condition.Sql}");
            kept += found.Length;
            dropped += values.Length - found.Length;
        }

        Assert.True(kept > 5_000 && dropped > 5_000, $"{kept} kept, {dropped} dropped: the conditions show too little");
    }

    [Fact]
    public void Run_OrderedByRandomKeys_SortsAsAPlainStableSortWould()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            var rows = Enumerable.Range(0, 200).Select(i => (Id: i, A: random.Next(4), B: random.Next(6), C: random.Next(3))).ToArray();
            var documents = SqlTestData.Documents([.. rows.Select(row => $$"""{"id":{{row.Id}},"a":{{row.A}},"b":"{{row.B}}","c":{{(row.C > 1 ? "true" : "false")}}}""")]);
            var expected = rows.OrderByDescending(row => row.A).ThenBy(row => row.B).ThenByDescending(row => row.C > 1).Select(row => $"{row.Id}").ToArray();
            const string Query = "SELECT VALUE c.id FROM c ORDER BY c.a DESC, c.b, c.c DESC";
            var (skip, take) = (random.Next(210), random.Next(60));

            Assert.Equal(expected, SqlTestData.All(Query, documents));
            Assert.Equal(expected.Skip(skip).Take(take), SqlTestData.All($"{Query} OFFSET {skip} LIMIT {take}", documents));
            Assert.Equal(expected.Take(take), SqlTestData.All(Query.Replace("SELECT", $"SELECT TOP {take}", StringComparison.Ordinal), documents));
            Assert.Equal(expected, SqlTestData.Walk(Query, documents, 1 + random.Next(50)));
        }
    }
}
