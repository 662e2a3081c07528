using Matinee.Engine.Ease;
using Matinee.Engine.Files;
using Matinee.Engine.Models;
using Matinee.Engine.Ratings;
using Matinee.Engine.Tests.Models;
using Matinee.Engine.Tests.Numerics;
using Matinee.Engine.Training;

namespace Matinee.Engine.Tests.Ease;

public sealed class EaseTests
{
    static readonly Interactions s_ratings = Interactions.From(ContractRatings.CommunityRows());

    [Theory]
    [InlineData(0f, 0f, 20f)]
    [InlineData(0.7f, 0.25f, 3f)]
    public void Fit_SmallSet_EqualsTheClosedFormInDouble(float influence, float dropout, float regularization)
    {
        var options = new EaseOptions { StarsInfluence = influence, Dropout = dropout, Regularization = regularization };
        var weights = Weights(influence);
        var expected = ClosedForm(weights, dropout, regularization);

        var model = Fit(s_ratings, options);

        for (var own = 0; own < s_ratings.Items.Count; own++)
        {
            for (var item = 0; item < s_ratings.Items.Count; item++) Assert.Equal(expected[own, item], model.Weights[own, item], 2e-5);
        }

        var viewer = model.FoldIn(s_ratings.OfUser(12).ToOwn());
        for (var item = 0; item < s_ratings.Items.Count; item++)
        {
            var score = Enumerable.Range(0, s_ratings.Items.Count).Sum(own => weights[12, own] * expected[own, item]);
            Assert.Equal(score, viewer.Score(item), 1e-4);
        }
    }

    [Fact]
    public void Fit_AnyFilm_HasNoWeightForItself()
    {
        var model = Fit(s_ratings, new());

        for (var film = 0; film < model.Items.Count; film++)
        {
            Assert.Equal(0, model.Weights[film, film]);
            Assert.False(model.Weights.OfOwn[film].Columns.Contains(film), $"Film {film} has kept a weight for itself.");
        }
    }

    [Fact]
    public void Fit_MoreFilmsThanMayTakePart_KeepsTheMostRated()
    {
        const int kept = 10;
        var model = Fit(s_ratings, new() { MaxItems = kept, Regularization = 5 });
        var taking = Enumerable.Range(0, s_ratings.Items.Count).OrderByDescending(item => s_ratings.OfItem(item).Count).ThenBy(item => item)
            .Take(kept).ToHashSet();

        Assert.Equal(s_ratings.Items.Count, model.Items.Count);
        var viewer = Assert.IsAssignableFrom<IExplainingViewer>(model.FoldIn(s_ratings.OfUser(0).ToOwn()));
        for (var film = 0; film < model.Items.Count; film++)
        {
            Assert.Equal(taking.Contains(film) ? kept - 1 : 0, model.Weights.OfOwn[film].Count);
            if (taking.Contains(film)) continue;
            Assert.Equal(0, viewer.Score(film));
            Assert.Empty(model.Similar(film, 5));
            Assert.All(viewer.Explain([film])[0].Shares, share => Assert.Equal((0f, 0f), (share.Part, share.Drop)));
        }
    }

    [Fact]
    public void Fit_FewKeptPerFilm_KeepsTheStrongest()
    {
        var (all, few) = (Fit(s_ratings, new() { Regularization = 5 }), Fit(s_ratings, new() { Regularization = 5, KeptPerFilm = 4 }));
        for (var own = 0; own < all.Items.Count; own++)
        {
            var row = all.Weights.OfOwn[own];
            var values = row.Values.ToArray();
            var expected = row.Columns.ToArray().OrderByDescending(item => Math.Abs(all.Weights[own, item])).Take(4).Order();
            Assert.Equal(s_ratings.Items.Count - 1, values.Length);
            Assert.Equal(expected, few.Weights.OfOwn[own].Columns.ToArray());
            Assert.All(few.Weights.OfOwn[own].Columns.ToArray(), item => Assert.Equal(all.Weights[own, item], few.Weights[own, item]));
        }
    }

    [Fact]
    public void Similar_Films_AreRankedByPartialCorrelation()
    {
        const float regularization = 5;
        var inverse = NaiveInverse.Of(Regularized(Weights(0.5f), 0, regularization));
        var model = Fit(s_ratings, new() { Regularization = regularization, Dropout = 0, StarsInfluence = 0.5f });

        var similar = model.Similar(7, 5);

        var expected = Enumerable.Range(0, model.Items.Count).Where(item => item != 7).OrderByDescending(Correlation).Take(5);
        Assert.Equal(expected, similar.Select(film => film.Item));
        Assert.All(similar, film => Assert.Equal(Correlation(film.Item), film.Score, 1e-5));

        double Correlation(int item) => -inverse[7, item] / Math.Sqrt(inverse[7, 7] * inverse[item, item]);
    }

    [Fact]
    public void RequireMemory_TooLittle_SaysHowMuchAndWhatToDo()
    {
        EaseTrainer.RequireMemory(1_000, 4_000_000);

        var error = Assert.Throws<InvalidOperationException>(() => EaseTrainer.RequireMemory(12_000, 256L << 20));

        Assert.Equal("The pairs of 12,000 films need 549 MB and this process may use 256 MB. Lower MaxItems.", error.Message);
    }

    [Fact]
    public void Read_WeightsOutOfOrder_AreRefused()
    {
        var weights = new EaseWeights(new((int[])[0, 2, 2, 2], (int[])[2, 1], (float[])[0.5f, 0.25f]), new float[3]);
        using var stream = new MemoryStream();
        ModelReader.Write(new EaseModel(IdMap.Range(3), weights, new(0)), stream);
        stream.Position = 0;

        var error = Assert.Throws<ModelFileException>(() => ModelReader.Read(stream));

        Assert.Contains("film 0", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_OutOfRange_NameTheOptionAndTheRange()
    {
        Assert.Contains("Regularization must be", Refused(() => new() { Regularization = 0 }), StringComparison.Ordinal);
        Assert.Contains("Dropout must be from 0", Refused(() => new() { Dropout = 1 }), StringComparison.Ordinal);
        Assert.Contains("StarsInfluence must be from 0", Refused(() => new() { StarsInfluence = float.NaN }), StringComparison.Ordinal);
        Assert.Contains("MaxItems must be from 1 to 40000", Refused(() => new() { MaxItems = 40_001 }), StringComparison.Ordinal);
        Assert.Contains("KeptPerFilm must be from 1", Refused(() => new() { KeptPerFilm = 0 }), StringComparison.Ordinal);

        static string Refused(Func<EaseOptions> make) => Assert.Throws<ArgumentOutOfRangeException>(make).Message;
    }

    static EaseModel Fit(Interactions ratings, EaseOptions options) =>
        Assert.IsType<EaseModel>(new EaseTrainer(options).Fit(ratings, new TrainingRun { Threads = 2 }));

    // User by film: the weight of the rating, 0 without one.
    static double[,] Weights(double influence)
    {
        var weights = new double[s_ratings.Users.Count, s_ratings.Items.Count];
        foreach (var rating in s_ratings.All())
            weights[s_ratings.Users.IndexOf(rating.User), s_ratings.Items.IndexOf(rating.Item)] = 1 - influence * (5 - rating.Stars) / 4.5;
        return weights;
    }

    static double[,] Regularized(double[,] weights, double dropout, double regularization)
    {
        var (users, items) = (weights.GetLength(0), weights.GetLength(1));
        var gram = new double[items, items];
        for (var i = 0; i < items; i++)
        {
            for (var j = 0; j < items; j++) gram[i, j] = Enumerable.Range(0, users).Sum(user => weights[user, i] * weights[user, j]);
            gram[i, i] += dropout / (1 - dropout) * gram[i, i] + regularization;
        }

        return gram;
    }

    // I − P·diag(1 / diag P).
    static double[,] ClosedForm(double[,] weights, double dropout, double regularization)
    {
        var inverse = NaiveInverse.Of(Regularized(weights, dropout, regularization));
        var items = inverse.GetLength(0);
        var form = new double[items, items];
        for (var own = 0; own < items; own++)
        {
            for (var item = 0; item < items; item++) form[own, item] = own == item ? 0 : -inverse[own, item] / inverse[item, item];
        }

        return form;
    }
}
