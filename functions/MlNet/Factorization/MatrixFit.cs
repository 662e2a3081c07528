using Matinee.Engine.Numerics;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;
using Microsoft.ML.Trainers.Recommender;

namespace Matinee.MlNet.Factorization;

/// <summary>A matrix that ML.NET has factorized: users are its rows, films its columns.</summary>
/// <param name="Factors">What it has found, users and films in their own order again.</param>
/// <param name="Transformer">ML.NET's own model.</param>
/// <param name="UserKeys">The row of each user.</param>
/// <param name="FilmKeys">The column of each film.</param>
sealed record MatrixFit(FactorTable Factors, MatrixFactorizationPredictionTransformer Transformer, int[] UserKeys, int[] FilmKeys)
{
    const ulong UserStream = 1;
    const ulong FilmStream = 2;

    /// <summary>Factorizes; there must be a residual at all.</summary>
    public static MatrixFit Of(Residuals residuals, MlNetFactorizationOptions options, ulong seed)
    {
        // LIBMF knows no seed and always begins with the same numbers: which user and film get which of them is drawn here.
        var users = Drawn(residuals.Ratings.Users.Count, seed, UserStream);
        var films = Drawn(residuals.Ratings.Items.Count, seed, FilmStream);
        var context = new MLContext();
        var cells = View(context, residuals.All().Select(cell => new Cell
        {
            User = (uint)users[cell.User],
            Film = (uint)films[cell.Film],
            Residual = cell.Value,
        }), users.Length, films.Length);
        var transformer = context.Recommendation().Trainers.MatrixFactorization(new MatrixFactorizationTrainer.Options
        {
            MatrixRowIndexColumnName = nameof(Cell.User),
            MatrixColumnIndexColumnName = nameof(Cell.Film),
            LabelColumnName = nameof(Cell.Residual),
            LossFunction = MatrixFactorizationTrainer.LossFunctionType.SquareLossRegression,
            ApproximationRank = options.Factors,
            NumberOfIterations = options.Epochs,
            Lambda = options.Regularization,
            LearningRate = options.LearningRate,
            NumberOfThreads = 1,
            Quiet = true,
        }).Fit(cells);
        var found = transformer.Model;
        var table = new FactorTable(
            options.Factors,
            InOrder(found.LeftFactorMatrix, users, options.Factors),
            InOrder(found.RightFactorMatrix, films, options.Factors));
        return new(table, transformer, users, films);
    }

    /// <summary>The cells as ML.NET reads them. Keys count from zero; one past the end would be left out without a word.</summary>
    public static IDataView View(MLContext context, IEnumerable<Cell> cells, int users, int films)
    {
        var schema = SchemaDefinition.Create(typeof(Cell));
        schema[nameof(Cell.User)].ColumnType = new KeyDataViewType(typeof(uint), users);
        schema[nameof(Cell.Film)].ColumnType = new KeyDataViewType(typeof(uint), films);
        return context.Data.LoadFromEnumerable(cells, schema);
    }

    static int[] Drawn(int count, ulong seed, ulong stream)
    {
        var keys = Enumerable.Range(0, count).ToArray();
        new SeededRandom(seed, stream).Shuffle<int>(keys);
        return keys;
    }

    // A row without a single rating is NaN from end to end: zeros say what is known of it, nothing.
    static float[] InOrder(IReadOnlyList<float> found, int[] keys, int factors)
    {
        var ordered = new float[keys.Length * factors];
        for (var row = 0; row < keys.Length; row++)
        {
            for (var f = 0; f < factors; f++)
            {
                var value = found[keys[row] * factors + f];
                ordered[row * factors + f] = float.IsFinite(value) ? value : 0;
            }
        }

        return ordered;
    }
}

/// <summary>A residual, as ML.NET reads it.</summary>
sealed class Cell
{
    public uint User { get; set; }

    public uint Film { get; set; }

    public float Residual { get; set; }
}
