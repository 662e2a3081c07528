using Matinee.Engine.Baseline;
using Matinee.Engine.Factorization;
using Matinee.Engine.Models;
using Matinee.Engine.Numerics;
using Matinee.Engine.Ratings;
using Matinee.Engine.Tests;
using Matinee.Engine.Tests.Models;
using Matinee.MlNet.Factorization;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Matinee.MlNet.Tests;

public sealed class FactorizationTests
{
    static readonly MlNetFactorizationOptions s_options = new() { Factors = 7 };

    [Fact]
    public void Of_EveryPair_IsWhatMlNetItselfPredicts()
    {
        var residuals = Of(ContractRatings.WithUnrated());
        var (ratings, fit) = (residuals.Ratings, MatrixFit.Of(residuals, s_options, seed: 3));
        var pairs = (from user in Enumerable.Range(0, ratings.Users.Count) from film in Enumerable.Range(0, ratings.Items.Count) select (user, film)).ToList();

        var view = MatrixFit.View(
            new MLContext(),
            pairs.Select(pair => new Cell { User = (uint)fit.UserKeys[pair.user], Film = (uint)fit.FilmKeys[pair.film] }),
            ratings.Users.Count,
            ratings.Items.Count);
        var predicted = fit.Transformer.Transform(view).GetColumn<float>("Score").ToArray();

        var (silent, unrated) = (ratings.Users.IndexOf(ContractRatings.SilentUser), ratings.Items.IndexOf(ContractRatings.UnratedFilm));
        for (var i = 0; i < pairs.Count; i++)
        {
            var copied = Kernels.Dot(fit.Factors.OfUser(pairs[i].user), fit.Factors.OfFilm(pairs[i].film));
            var isUnknown = pairs[i].user == silent || pairs[i].film == unrated;
            Assert.Equal(isUnknown, float.IsNaN(predicted[i]));
            Assert.Equal(isUnknown ? 0 : predicted[i], copied, 1e-5f);
        }

        Assert.True(predicted.Where(float.IsFinite).Max(Math.Abs) > 0.3f, "There is nothing in the factors to compare.");
    }

    [Fact]
    public void Fit_FilmsOfTheModel_AreMlNetsFactorsWithTheBiasAddedAgain()
    {
        var residuals = Of(ContractRatings.WithUnrated());
        var fit = MatrixFit.Of(residuals, s_options, seed: 1);

        var model = (FactorizationModel)new MlNetFactorizationTrainer(s_options).Fit(residuals.Ratings, new() { Seed = 1 });

        var width = s_options.Factors + 1;
        for (var film = 0; film < model.Items.Count; film++)
        {
            var found = fit.Transformer.Model.RightFactorMatrix.Skip(fit.FilmKeys[film] * s_options.Factors).Take(s_options.Factors);
            Assert.Equal(found.Select(value => float.IsNaN(value) ? 0 : value), model.Weights.OfItem(film, width)[..^1].ToArray());
            Assert.Equal(residuals.Baseline.ItemBiases[film], model.Weights.OfItem(film, width)[^1]);
        }

        Assert.Equal(residuals.Ratings.MeanStars, model.Weights.MeanStars);
    }

    [Fact]
    public void FoldIn_Viewer_SolvesTheEquationsOfTheCopiedFactors()
    {
        var ratings = Interactions.From(ContractRatings.CommunityRows());
        var model = (FactorizationModel)new MlNetFactorizationTrainer(new() { Factors = 2 }).Fit(ratings, new());
        var own = ratings.OfUser(4).ToOwn();

        var viewer = model.FoldIn(own);

        var vector = Ridge(model, own);
        for (var film = 0; film < model.Items.Count; film++)
        {
            var item = model.Weights.OfItem(film, 3);
            var expected = model.Weights.MeanStars + item[2] + vector[2] + vector[0] * item[0] + vector[1] * item[1];
            Assert.Equal(Math.Clamp(expected, model.Weights.Lowest, model.Weights.Highest), viewer.Score(film), 1e-3);
        }
    }

    [Fact]
    public void Fit_PlantedNoise_IsNotTakenForLess()
    {
        var (train, _) = Planted(users: 600, films: 300, factors: 3, noise: 0.3, kept: 0.25, seed: 3);

        var model = (FactorizationModel)new MlNetFactorizationTrainer().Fit(train, new());

        // Noise 0.3 and rounding to halves: 0.333, to which comes what the factors have not learned.
        Assert.InRange(1 / Math.Sqrt(model.Weights.NoisePrecision), 0.333, 0.45);
    }

    [Fact]
    public void Fit_FilmsWithFewRatings_AreLessCertain()
    {
        var ratings = Interactions.From(ContractRatings.CommunityRows());
        var model = (FactorizationModel)new MlNetFactorizationTrainer(s_options).Fit(ratings, new());
        double Uncertain(int film)
        {
            var bias = model.Weights.OfItem(film, s_options.Factors + 1)[^1];
            return model.Weights.OfMoments(film, model.Layout.Stride)[model.Layout.Square] - bias * bias;
        }

        var byCount = Enumerable.Range(0, ratings.Items.Count).OrderBy(film => ratings.OfItem(film).Count).ToArray();

        Assert.True(byCount[..20].Average(Uncertain) > 2 * byCount[^20..].Average(Uncertain));
        Assert.All(byCount, film => Assert.True(Uncertain(film) > 0));
    }

    [Fact]
    public void FoldIn_Newcomer_GetsMeanAndBias()
    {
        var residuals = Of(Interactions.From(ContractRatings.CommunityRows()));
        var model = new MlNetFactorizationTrainer(s_options).Fit(residuals.Ratings, new());

        var newcomer = model.FoldIn([]);

        for (var film = 0; film < model.Items.Count; film++) Assert.Equal(residuals.Baseline.Expect(film), newcomer.Score(film), 1e-5f);
    }

    [Fact]
    public void Fit_Seed_DecidesTheModelToTheLastBit()
    {
        var ratings = Interactions.From(ContractRatings.CommunityRows());
        byte[] Saved(ulong seed)
        {
            using var stream = new MemoryStream();
            ModelReader.Write(new MlNetFactorizationTrainer(s_options).Fit(ratings, new() { Seed = seed, Threads = 2 }), stream);
            return stream.ToArray();
        }

        var first = Saved(11);

        Assert.Equal(first, Saved(11));
        Assert.NotEqual(first, Saved(12));
    }

    [Fact]
    public void Fit_PlantedFactors_ComesCloseToTheEngine()
    {
        var (train, test) = Planted(users: 600, films: 300, factors: 3, noise: 0.3, kept: 0.25, seed: 3);

        var theirs = Rmse(new MlNetFactorizationTrainer().Fit(train, new()), train, test);
        var ours = Rmse(new FactorizationTrainer(new()).Fit(train, new()), train, test);
        var biases = Rmse(new BaselineTrainer().Fit(train, new()), train, test);

        TestContext.Current.SendDiagnosticMessage($"Planted: ML.NET {theirs:F4}, engine {ours:F4}, biases alone {biases:F4}.");
        Assert.True(theirs < 1.1 * ours, $"ML.NET {theirs:F4}, the engine {ours:F4}.");
        Assert.True(theirs < 0.8 * biases, $"ML.NET {theirs:F4}, biases alone {biases:F4}.");
    }

    [Fact]
    public void Fit_RealRatings_IsBetterThanBiasesAlone()
    {
        var rows = RealData.Ratings().ToArray();
        new SeededRandom(5).Shuffle<Rating>(rows);
        var (train, test) = (Interactions.From(rows[..^10_000]), rows[^10_000..]);

        var theirs = Rmse(new MlNetFactorizationTrainer().Fit(train, new()), train, test);
        var ours = Rmse(new FactorizationTrainer(new()).Fit(train, new()), train, test);
        var biases = Rmse(new BaselineTrainer().Fit(train, new()), train, test);

        TestContext.Current.SendDiagnosticMessage($"ml-latest-small: ML.NET {theirs:F4}, engine {ours:F4}, biases alone {biases:F4}.");
        Assert.True(theirs < biases, $"ML.NET {theirs:F4}, biases alone {biases:F4}.");
        Assert.True(theirs < 1.04 * ours, $"ML.NET {theirs:F4}, the engine {ours:F4}.");
    }

    static Residuals Of(Interactions ratings) => Residuals.Of(ratings, new BaselineTrainer().Fit(ratings, new()));

    /// <summary>Two factors and a bias by Cramer's rule, in doubles, from what the film's moments expect of x·xᵀ and b·x.</summary>
    static double[] Ridge(FactorizationModel model, OwnRating[] own)
    {
        var (a, b, noise) = (new double[3, 3], new double[3], (double)model.Weights.NoisePrecision);
        for (var i = 0; i < 3; i++) a[i, i] = model.Weights.Precisions.Span[i];
        foreach (var rating in own)
        {
            // p·p, p·q, q·q, p, q, 1, b·p, b·q, b
            var m = model.Weights.OfMoments(rating.Item, model.Layout.Stride);
            double[,] products = { { m[0], m[1], m[3] }, { m[1], m[2], m[4] }, { m[3], m[4], m[5] } };
            for (var r = 0; r < 3; r++)
            {
                b[r] += noise * (products[r, 2] * (rating.Stars - model.Weights.MeanStars) - m[6 + r]);
                for (var c = 0; c < 3; c++) a[r, c] += noise * products[r, c];
            }
        }

        var all = Determinant(a);
        return [.. Enumerable.Range(0, 3).Select(column =>
        {
            var replaced = (double[,])a.Clone();
            for (var r = 0; r < 3; r++) replaced[r, column] = b[r];
            return Determinant(replaced) / all;
        })];
    }

    static double Determinant(double[,] m) =>
        m[0, 0] * (m[1, 1] * m[2, 2] - m[1, 2] * m[2, 1])
        - m[0, 1] * (m[1, 0] * m[2, 2] - m[1, 2] * m[2, 0])
        + m[0, 2] * (m[1, 0] * m[2, 1] - m[1, 1] * m[2, 0]);

    static double Rmse(IModel model, Interactions train, IReadOnlyList<Rating> test)
    {
        var sum = 0.0;
        foreach (var person in test.GroupBy(rating => rating.User))
        {
            var user = train.Users.IndexOf(person.Key);
            var viewer = model.FoldIn(user < 0 ? [] : train.OfUser(user).ToOwn());
            foreach (var rating in person) sum += Math.Pow(viewer.Score(train.Items.IndexOf(rating.Item)) - rating.Stars, 2);
        }

        return Math.Sqrt(sum / test.Count);
    }

    static (Interactions Train, List<Rating> Test) Planted(int users, int films, int factors, double noise, double kept, ulong seed)
    {
        var random = new SeededRandom(seed);
        var (people, works) = (new double[users * (factors + 1)], new double[films * (factors + 1)]);
        foreach (ref var value in people.AsSpan()) value = 0.5 * random.NextNormal();
        foreach (ref var value in works.AsSpan()) value = 0.5 * random.NextNormal();
        var (train, test) = (new List<Rating>(), new List<Rating>());
        for (var user = 0; user < users; user++)
        {
            for (var film = 0; film < films; film++)
            {
                if (random.NextDouble() > kept) continue;
                var stars = 3 + people[user * (factors + 1)] + works[film * (factors + 1)] + noise * random.NextNormal();
                for (var f = 1; f <= factors; f++) stars += 2 * people[user * (factors + 1) + f] * works[film * (factors + 1) + f];
                var rating = new Rating(user, film, (float)(Math.Clamp(Math.Round(stars * 2), 1, 10) / 2), 0);
                (random.NextDouble() < 0.2 ? test : train).Add(rating);
            }
        }

        return (Interactions.From(train), test);
    }
}
