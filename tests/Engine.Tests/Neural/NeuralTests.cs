using Matinee.Engine.Baseline;
using Matinee.Engine.Files;
using Matinee.Engine.Models;
using Matinee.Engine.Neural;
using Matinee.Engine.Numerics;
using Matinee.Engine.Ratings;
using Matinee.Engine.Training;

namespace Matinee.Engine.Tests.Neural;

public sealed class NeuralTests
{
    const int Known = 400;

    // People with tastes: the first learn, the others come later and rate some films before they are asked about the rest.
    static readonly Lazy<(Interactions Train, Interactions Own, List<Rating> Asked)> s_planted = new(() =>
    {
        const int films = 150, tastes = 3;
        var random = new SeededRandom(21);
        var traits = new double[films * tastes];
        foreach (ref var trait in traits.AsSpan()) trait = random.NextNormal();
        var (train, own, asked) = (new List<Rating>(), new List<Rating>(), new List<Rating>());
        for (var user = 0; user < Known + 80; user++)
        {
            double[] taste = [random.NextNormal(), random.NextNormal(), random.NextNormal()];
            for (var film = 0; film < films; film++)
            {
                if (random.NextDouble() > 0.35) continue;
                var stars = 3 + 0.3 * random.NextNormal();
                for (var t = 0; t < tastes; t++) stars += 0.55 * taste[t] * traits[film * tastes + t];
                var rating = new Rating(user, film, (float)Math.Clamp(Math.Round(2 * stars) / 2, 0.5, 5), 0);
                (user < Known ? train : random.NextDouble() < 0.7 ? own : asked).Add(rating);
            }
        }

        return (Interactions.From(train), Interactions.From(own), asked);
    });

    static readonly NeuralOptions s_options = new() { Embedding = 16, FirstLayer = 16, Dropout = 0.2, LearningRate = 0.004, Regularization = 0.05 };

    static readonly Lazy<NeuralModel> s_model = new(() => new NeuralTrainer(s_options).Fit(s_planted.Value.Train, new TrainingRun()));

    [Fact]
    public void FoldIn_GradientSteps_PredictUnseenPeopleBetterThanTheAverageAlone()
    {
        var model = s_model.Value;
        var average = new NeuralModel(model.Baseline, model.State, model.Steps with { Count = 0 });

        var (before, after) = (Rmse(average), Rmse(model));

        Assert.True(after < 0.99 * before, $"{before:F4} by the average, {after:F4} after {model.Steps.Count} steps");
    }

    [Fact]
    public void Fit_PlantedTastes_AreFound()
    {
        var error = Rmse(s_model.Value);

        var baseline = new BaselineTrainer().Fit(s_planted.Value.Train, new TrainingRun());
        Assert.True(error < 0.7 * Rmse(baseline), $"{error:F4}, the baseline {Rmse(baseline):F4}");
    }

    [Fact]
    public void Fit_StarsThatMeanNothing_StopsEarly()
    {
        var random = new SeededRandom(4);
        var rows = Enumerable.Range(0, 6_000).Select(i => new Rating(i % 200, random.Next(100), (1 + random.Next(10)) / 2f, 0));
        var heard = new List<TrainingProgress>();

        new NeuralTrainer(new() { Patience = 2, Epochs = 50, LearningRate = 0.01 }).Fit(
            Interactions.From(rows), new TrainingRun { Progress = new Direct(heard.Add) });

        Assert.InRange(heard.Where(report => report.Fraction < 1).Max(report => report.Stage.StartsWith("Finding", StringComparison.Ordinal) ? report.Fraction : 0), 0, 0.3);
    }

    [Fact]
    public void Score_UnknownFilm_IsTheMeanForANewcomer()
    {
        var model = s_model.Value;

        Assert.Equal(model.Baseline.MeanStars, model.FoldIn([]).Score(-1), 0.01f);
    }

    [Fact]
    public void Options_OffTheTile_AreRefused()
    {
        Assert.Contains("multiple of 16", Assert.Throws<ArgumentOutOfRangeException>(() => new NeuralOptions { Embedding = 20 }).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new NeuralOptions { FirstLayer = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new NeuralOptions { Dropout = double.NaN });
    }

    [Fact]
    public void Read_NetThatLies_IsRefused()
    {
        var (baseline, shape) = (new BaselineTrainer().Fit(Interactions.From([new(1, 2, 3, 0)]), new TrainingRun()), new NetShape(16, 16, 16));
        Refused(new(baseline, new(shape, new float[shape.FilmStride], Spoiled(shape.Weights)), default), "'net' holds NaN");
        Refused(new(baseline, new(shape, Spoiled(shape.FilmStride), new float[shape.Weights]), default), "'films' holds NaN");
        Refused(new(baseline, new(shape, new float[2 * shape.FilmStride], new float[shape.Weights]), default), "not 56");
        Refused(new(baseline, new(shape with { First = 0 }, new float[shape.FilmStride], new float[shape.Weights]), default), "a layer of 0");
        Refused(new(baseline, new(shape, new float[shape.FilmStride], new float[shape.Weights]), new(-1, 0, 0)), "-1 steps");
    }

    static void Refused(NeuralModel model, string what)
    {
        using var stream = new MemoryStream();
        ModelReader.Write(model, stream);
        stream.Position = 0;
        Assert.Contains(what, Assert.Throws<ModelFileException>(() => ModelReader.Read(stream)).Message, StringComparison.Ordinal);
    }

    static float[] Spoiled(int count)
    {
        var values = new float[count];
        values[count / 2] = float.NaN;
        return values;
    }

    static double Rmse(IModel model)
    {
        var (_, own, asked) = s_planted.Value;
        var squares = 0.0;
        foreach (var person in asked.GroupBy(rating => rating.User))
        {
            var ratings = own.OfUser(own.Users.IndexOf(person.Key)).ToOwn();
            for (var i = 0; i < ratings.Length; i++) ratings[i] = ratings[i] with { Item = model.Items.IndexOf(own.Items[ratings[i].Item]) };
            var viewer = model.FoldIn(ratings);
            foreach (var rating in person) squares += Math.Pow(viewer.Score(model.Items.IndexOf(rating.Item)) - rating.Stars, 2);
        }

        return Math.Sqrt(squares / asked.Count);
    }

    sealed class Direct(Action<TrainingProgress> hear) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => hear(value);
    }
}
