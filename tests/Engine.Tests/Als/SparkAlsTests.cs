using Matinee.Engine.Als;
using Matinee.Engine.Files;
using Matinee.Engine.Models;
using Matinee.Engine.Numerics;
using Matinee.Engine.Ratings;
using Matinee.Engine.Tests.Models;
using Matinee.Engine.Tests.Numerics;

namespace Matinee.Engine.Tests.Als;

public sealed class SparkAlsTests
{
    const int Rank = 5;

    static readonly SparkAlsOptions s_options = new() { RegParam = 0.05f, Alpha = 4 };
    static readonly Interactions s_ratings = Interactions.From(ContractRatings.CommunityRows());
    static readonly double[][] s_films = Films(s_ratings.Items.Count);

    [Theory]
    [InlineData(7, 100)]
    [InlineData(8, 2)]
    [InlineData(8, 1)]
    public void FoldIn_Viewer_SolvesTheEquationsThatSparkSolvesForUsers(int user, int most)
    {
        var own = Own(user, most);

        var viewer = Model().FoldIn(own);

        var x = Solved(own);
        for (var film = 0; film < s_films.Length; film++) Assert.Equal(NaiveAls.Dot(s_films[film], x), viewer.Score(film), 1e-4);
    }

    [Theory]
    [InlineData(7, 100)]
    [InlineData(8, 3)]
    [InlineData(8, 1)]
    public void Explain_Viewer_PartsAddUpAndDropsAreWhatSparkWouldSayWithoutTheRating(int user, int most)
    {
        var own = Own(user, most);

        var explanation = Assert.IsAssignableFrom<IExplainingViewer>(Model().FoldIn(own)).Explain([2])[0];

        Assert.Equal(explanation.Score, explanation.Shares.Sum(share => share.Part), 1e-4);
        var whole = NaiveAls.Dot(s_films[2], Solved(own));
        foreach (var share in explanation.Shares)
        {
            var without = NaiveAls.Dot(s_films[2], Solved([.. own.Where(rating => rating.Item != share.Item)]));
            Assert.Equal(whole - without, share.Drop, 2e-4);
        }
    }

    [Fact]
    public void Save_ThenRead_ScoresTheSameBits()
    {
        var (model, own) = (Model(), Own(7, 100));
        using var stream = new MemoryStream();
        ModelReader.Write(model, stream);
        stream.Position = 0;

        var read = Assert.IsType<AlsModel>(ModelReader.Read(stream));

        var (before, after) = (new float[s_films.Length], new float[s_films.Length]);
        model.FoldIn(own).ScoreAll(before);
        read.FoldIn(own).ScoreAll(after);
        Assert.Equal(before, after);
    }

    [Fact]
    public void Read_RegularizationThatIsNoNumber_IsRefused()
    {
        var writer = new ModelFileWriter(AlsModel.Name);
        new AlsModel(IdMap.Range(1), new float[1], new float[1], 1, new(new(0.9f), 0.1f, float.NaN)).Save(writer);
        using var stream = new MemoryStream();
        writer.WriteTo(stream);
        stream.Position = 0;

        var error = Assert.Throws<ModelFileException>(() => ModelReader.Read(stream));

        Assert.Equal("The section 'own-regularization' holds NaN; it must be a number of at least 0.", error.Message);
    }

    [Fact]
    public void ToModel_FewerFilmsThanDimensions_SaysWhatToDo()
    {
        var error = Assert.Throws<ArgumentException>(() => SparkAls.ToModel(IdMap.Range(3), Flat(s_films[..3]), s_options, new()));

        Assert.StartsWith("The vectors of 3 films do not span the 5 dimensions that they have. Train with a lower rank.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ToModel_NumbersThatAreNotOfTheFilms_AreRefused() =>
        Assert.Contains("7 numbers are not 1 to 1024 for each of 3 films", Assert.Throws<ArgumentException>(() => SparkAls.ToModel(IdMap.Range(3), new float[7], s_options, new())).Message, StringComparison.Ordinal);

    static AlsModel Model() => SparkAls.ToModel(s_ratings.Items, Flat(s_films), s_options, new());

    static OwnRating[] Own(int user, int most) => [.. s_ratings.OfUser(user).ToOwn().Take(most)];

    static float[] Flat(double[][] rows) => [.. rows.SelectMany(row => row).Select(value => (float)value)];

    // As floats, as Spark writes them.
    static double[][] Films(int count)
    {
        var random = new SeededRandom(11);
        return [.. Enumerable.Range(0, count).Select(_ => Enumerable.Range(0, Rank).Select(_ => (double)(float)random.NextNormal()).ToArray())];
    }

    /// <summary>(YᵀY + Σ α·r·y·yᵀ + n·λ)·x = Σ (1 + α·r)·y, in double; without ratings there is nothing to solve.</summary>
    static double[] Solved(OwnRating[] own)
    {
        var (matrix, right) = (new double[Rank, Rank], new double[Rank]);
        foreach (var film in s_films) Add(film, 1);
        foreach (var rating in own)
        {
            Add(s_films[rating.Item], (double)s_options.Alpha * rating.Stars);
            for (var r = 0; r < Rank; r++) right[r] += (1 + (double)s_options.Alpha * rating.Stars) * s_films[rating.Item][r];
        }

        for (var r = 0; r < Rank; r++) matrix[r, r] += own.Length * (double)s_options.RegParam;
        return NaiveInverse.Solve(matrix, right);

        void Add(double[] film, double weight)
        {
            for (var r = 0; r < Rank; r++)
            {
                for (var c = 0; c < Rank; c++) matrix[r, c] += weight * film[r] * film[c];
            }
        }
    }
}
