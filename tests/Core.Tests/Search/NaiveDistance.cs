namespace Matinee.Core.Tests.Search;

/// <summary>The optimal string alignment distance by its textbook recurrence.</summary>
static class NaiveDistance
{
    public static int Of(string word, string term) => Table(word, term)[word.Length, term.Length];

    /// <summary>The least distance to any beginning of the term, the empty one included.</summary>
    public static int ToBeginning(string word, string term)
    {
        var table = Table(word, term);
        return Enumerable.Range(0, term.Length + 1).Min(read => table[word.Length, read]);
    }

    static int[,] Table(string x, string y)
    {
        var table = new int[x.Length + 1, y.Length + 1];
        for (var i = 0; i <= x.Length; i++)
        {
            for (var j = 0; j <= y.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    table[i, j] = i + j;
                    continue;
                }

                var cost = x[i - 1] == y[j - 1] ? 0 : 1;
                var best = Math.Min(table[i - 1, j - 1] + cost, Math.Min(table[i - 1, j], table[i, j - 1]) + 1);
                if (i > 1 && j > 1 && x[i - 1] == y[j - 2] && x[i - 2] == y[j - 1]) best = Math.Min(best, table[i - 2, j - 2] + 1);
                table[i, j] = best;
            }
        }

        return table;
    }
}
