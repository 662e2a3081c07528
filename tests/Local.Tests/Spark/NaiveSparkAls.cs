namespace Matinee.Local.Tests.Spark;

/// <summary>Implicit ALS as Spark does it, over dictionaries in double: people last, so that they fit the films that are saved.</summary>
sealed class NaiveSparkAls(IReadOnlyList<(int User, int Film, float Stars)> ratings, int rank, double regParam, double alpha)
{
    public Dictionary<int, float[]> Films { get; private set; } = [];

    public Dictionary<int, float[]> Users { get; private set; } = [];

    public NaiveSparkAls Fit(int rounds)
    {
        var random = new Random(5);
        var ofFilm = ratings.GroupBy(rating => rating.Film).ToDictionary(group => group.Key, group => group.Select(rating => (rating.User, rating.Stars)).ToList());
        var ofUser = ratings.GroupBy(rating => rating.User).ToDictionary(group => group.Key, group => group.Select(rating => (rating.Film, rating.Stars)).ToList());
        Films = ofFilm.Keys.ToDictionary(film => film, _ => Enumerable.Range(0, rank).Select(_ => (float)random.NextDouble()).ToArray());
        for (var round = 0; round < rounds; round++)
        {
            Users = Solve(ofUser, Films);
            if (round < rounds - 1) Films = Solve(ofFilm, Users);
        }

        return this;
    }

    Dictionary<int, float[]> Solve(Dictionary<int, List<(int Other, float Stars)>> rows, Dictionary<int, float[]> others) => rows.ToDictionary(row => row.Key, row =>
    {
        var (matrix, right) = (new double[rank, rank], new double[rank]);
        foreach (var other in others.Values) Add(matrix, other, 1);
        foreach (var (other, stars) in row.Value)
        {
            Add(matrix, others[other], alpha * stars);
            for (var i = 0; i < rank; i++) right[i] += (1 + alpha * stars) * others[other][i];
        }

        for (var i = 0; i < rank; i++) matrix[i, i] += row.Value.Count * regParam;
        return Array.ConvertAll(Eliminated(matrix, right), value => (float)value);
    });

    void Add(double[,] matrix, float[] vector, double weight)
    {
        for (var r = 0; r < rank; r++)
        {
            for (var c = 0; c < rank; c++) matrix[r, c] += weight * vector[r] * vector[c];
        }
    }

    // Positive definite: Gauss needs no pivots.
    double[] Eliminated(double[,] matrix, double[] right)
    {
        for (var p = 0; p < rank; p++)
        {
            for (var r = p + 1; r < rank; r++)
            {
                var factor = matrix[r, p] / matrix[p, p];
                for (var c = p; c < rank; c++) matrix[r, c] -= factor * matrix[p, c];
                right[r] -= factor * right[p];
            }
        }

        for (var p = rank - 1; p >= 0; p--)
        {
            for (var c = p + 1; c < rank; c++) right[p] -= matrix[p, c] * right[c];
            right[p] /= matrix[p, p];
        }

        return right;
    }
}
