using Matinee.Engine.Als;
using Matinee.Engine.Files;
using Matinee.Engine.Models;
using Matinee.Engine.Ratings;
using Matinee.Engine.Tests.Models;
using Matinee.Engine.Training;

namespace Matinee.Engine.Tests.Als;

public sealed class AlsTests
{
    const int K = 6;

    static readonly Interactions s_ratings = Interactions.From(ContractRatings.CommunityRows());

    // Weak enough a regularization that all factors have something to say.
    static readonly AlsOptions s_options = new()
    {
        Factors = K, BlockSize = K, Regularization = 0.1f, UnobservedWeight = 0.1f,
        StarsInfluence = 0.6f, ActivityDamping = 0.4f, FrequencyExponent = 0.8f,
    };

    [Fact]
    public void Epoch_OneBlockOfAllFactors_EqualsNaiveExactAls()
    {
        var (fit, naive) = (new AlsFit(s_ratings, s_options, new() { Seed = 3 }), new NaiveAls(s_ratings, s_options));
        var items = NaiveAls.Rows(fit.Items.Factors, K);
        double[][] users = [];

        for (var epoch = 0; epoch < 3; epoch++)
        {
            fit.Epoch();
            users = naive.SolveUsers(items);
            items = naive.SolveItems(users);
        }

        AssertNear(users, fit.Users.Factors);
        AssertNear(items, fit.Items.Factors);
    }

    [Fact]
    public void Epoch_SmallerBlocks_ReachTheSameLossWithoutEverRising()
    {
        var naive = new NaiveAls(s_ratings, s_options);
        var reached = new List<double>();
        foreach (var block in new[] { K, 4, 2, 1 })
        {
            var fit = new AlsFit(s_ratings, s_options with { BlockSize = block }, new() { Seed = 3 });
            var before = double.MaxValue;
            for (var epoch = 0; epoch < 80; epoch++)
            {
                fit.Epoch();
                var loss = naive.Loss(NaiveAls.Rows(fit.Users.Factors, K), NaiveAls.Rows(fit.Items.Factors, K));
                Assert.True(loss <= before * (1 + 1e-6), $"Blocks of {block}: the loss rose from {before} to {loss} in epoch {epoch}.");
                before = loss;
            }

            reached.Add(before);
        }

        Assert.All(reached, loss => Assert.Equal(reached[0], loss, 1e-3 * reached[0]));
    }

    [Fact]
    public void FoldIn_Viewer_SolvesTheStatedEquations()
    {
        var model = Model();
        var items = NaiveAls.Rows(model.Factors.ToArray(), K);
        var own = s_ratings.OfUser(40).ToOwn();

        var x = new NaiveAls(s_ratings, s_options).SolveViewer(items, Weights(own));

        var viewer = model.FoldIn(own);
        for (var item = 0; item < items.Length; item++) Assert.Equal(NaiveAls.Dot(items[item], x), viewer.Score(item), 1e-5);
    }

    [Fact]
    public void Explain_Drop_EqualsTheNaiveFoldInWithoutTheRating()
    {
        var model = Model();
        var (items, naive) = (NaiveAls.Rows(model.Factors.ToArray(), K), new NaiveAls(s_ratings, s_options));
        // One who rated much and one who rated three films, where a rating more or less weighs most.
        foreach (var own in new[] { s_ratings.OfUser(7).ToOwn(), s_ratings.OfUser(8).ToOwn()[..3] })
        {
            var whole = naive.SolveViewer(items, Weights(own));
            var explanation = Assert.IsAssignableFrom<IExplainingViewer>(model.FoldIn(own)).Explain([2])[0];
            foreach (var share in explanation.Shares)
            {
                var without = naive.SolveViewer(items, Weights([.. own.Where(rating => rating.Item != share.Item)]));
                Assert.Equal(NaiveAls.Dot(items[2], whole) - NaiveAls.Dot(items[2], without), share.Drop, 1e-5);
            }
        }
    }

    [Fact]
    public void Explain_RatingThatTheOthersForetell_IsMissedLessThanItsPart()
    {
        var blocks = ContractRatings.Blocks(dislikes: false);
        var model = new AlsTrainer().Fit(blocks, new TrainingRun());
        var viewer = Assert.IsAssignableFrom<IExplainingViewer>(model.FoldIn(blocks.OfUser(0).ToOwn()));

        var share = viewer.Explain([0])[0].Shares[^1];

        Assert.True(share.Part > 0, "A film of the same block speaks against its kin.");
        Assert.InRange(share.Drop, 0, 0.9f * share.Part);
    }

    [Theory]
    [InlineData(8, 6, 0.5f, 1f)]
    [InlineData(32, 24, 0.2f, 0f)]
    [InlineData(50, 3, 2f, 1.5f)]
    public void Penalty_AverageUserAndFilm_IsMeasuredByTheNoise(int users, int items, float regularization, float exponent)
    {
        var options = new AlsOptions { Regularization = regularization, FrequencyExponent = exponent };

        // Everyone rated everything: a user has as many ratings as there are films.
        var penalty = new AlsPenalty(Full(users, items), options);

        var mean = Math.Sqrt(penalty.OfUser(items) * penalty.OfItem(users));
        Assert.Equal(regularization * (Math.Sqrt(items) + Math.Sqrt(users)), mean, 1e-4 * mean);
        Assert.Equal(items, penalty.MeanOfUser);
    }

    [Fact]
    public void Similar_Films_AreRankedByCosine()
    {
        var model = Model();
        var items = NaiveAls.Rows(model.Factors.ToArray(), K);

        var similar = model.Similar(5, 3);

        var expected = Enumerable.Range(0, items.Length).Where(item => item != 5).OrderByDescending(Cosine).Take(3).ToList();
        Assert.Equal(expected, similar.Select(film => film.Item));
        Assert.All(similar, film => Assert.Equal(Cosine(film.Item), film.Score, 1e-5));

        double Cosine(int item) =>
            NaiveAls.Dot(items[5], items[item]) / Math.Sqrt(NaiveAls.Dot(items[5], items[5]) * NaiveAls.Dot(items[item], items[item]));
    }

    [Fact]
    public void Options_OutOfRange_NameTheOptionAndTheRange()
    {
        Assert.Contains("Factors must be from 1", Refused(() => new() { Factors = 0 }), StringComparison.Ordinal);
        Assert.Contains("Epochs must be from 1", Refused(() => new() { Epochs = 0 }), StringComparison.Ordinal);
        Assert.Contains("Regularization must be from", Refused(() => new() { Regularization = 0 }), StringComparison.Ordinal);
        Assert.Contains("UnobservedWeight must be from", Refused(() => new() { UnobservedWeight = float.NaN }), StringComparison.Ordinal);
        Assert.Contains("FrequencyExponent must be from 0 to 2", Refused(() => new() { FrequencyExponent = 3 }), StringComparison.Ordinal);
        Assert.Contains("StarsInfluence must be from 0 to 1", Refused(() => new() { StarsInfluence = 1.1f }), StringComparison.Ordinal);
        Assert.Contains("ActivityDamping must be from 0 to 1", Refused(() => new() { ActivityDamping = -1 }), StringComparison.Ordinal);
        Assert.Contains("BlockSize must be from 1", Refused(() => new() { BlockSize = 0 }), StringComparison.Ordinal);

        static string Refused(Func<AlsOptions> make) => Assert.Throws<ArgumentOutOfRangeException>(make).Message;
    }

    [Fact]
    public void Fit_MoreThanAnArrayHolds_SaysWhatToDo()
    {
        var error = Assert.Throws<ArgumentException>(() => new AlsSide(3_000_000, s_ratings.OfUser, new() { Factors = 1000 }));

        Assert.Equal("3,000,000 rows with 1000 factors do not fit into one array. Take fewer factors.", error.Message);
    }

    [Fact]
    public void Read_WidthThatCanNotBe_IsRefused()
    {
        var writer = new ModelFileWriter(AlsModel.Name);
        writer.Add("items", IdMap.Range(2).Ids);
        writer.AddValue("width", 0);
        using var stream = new MemoryStream();
        writer.WriteTo(stream);
        stream.Position = 0;

        Assert.Contains("0 factors", Assert.Throws<ModelFileException>(() => ModelReader.Read(stream)).Message, StringComparison.Ordinal);
    }

    static AlsModel Model() => Assert.IsType<AlsModel>(new AlsTrainer(s_options).Fit(s_ratings, new TrainingRun { Seed = 3 }));

    static Dictionary<int, double> Weights(OwnRating[] own) =>
        own.ToDictionary(rating => rating.Item, rating => 1 - s_options.StarsInfluence * (5 - rating.Stars) / 4.5);

    static Interactions Full(int users, int items) => Interactions.From(
        from user in Enumerable.Range(0, users)
        from item in Enumerable.Range(0, items)
        select new Rating(user, item, 4, 0));

    static void AssertNear(double[][] expected, float[] actual)
    {
        var flat = expected.SelectMany(row => row).ToArray();
        Assert.Equal(flat.Length, actual.Length);
        for (var at = 0; at < flat.Length; at++) Assert.Equal(flat[at], actual[at], 2e-4);
    }
}
