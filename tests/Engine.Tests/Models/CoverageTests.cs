using Matinee.Engine.Baseline;
using Matinee.Engine.Blend;
using Matinee.Engine.Factorization;
using Matinee.Engine.Models;
using Matinee.Engine.Neighbours;
using Matinee.Engine.Numerics;
using Matinee.Engine.Ratings;
using Matinee.Engine.Training;

namespace Matinee.Engine.Tests.Models;

/// <summary>An interval of 80 % must hold about 80 % of what it has not seen, and a wide one must mean something.</summary>
public sealed class CoverageTests
{
    const string Blend = "blend";

    public static TheoryData<string> Trainers => [FactorizationModel.Name, Blend];

    [Theory]
    [MemberData(nameof(Trainers))]
    public void Deviation_SimulatedRatings_CoversWhatItSays(string name)
    {
        var (train, test) = Simulated();

        AssertHonest(Coverage.Of(Trainer(name).Fit(train, new TrainingRun()), train, test));
    }

    [Theory]
    [MemberData(nameof(Trainers))]
    public void Deviation_RealRatings_CoversWhatItSays(string name)
    {
        var rows = RealData.Ratings().ToArray();
        new SeededRandom(1).Shuffle(rows.AsSpan());
        var train = Interactions.From(rows.Skip(rows.Length / 5));

        AssertHonest(Coverage.Of(Trainer(name).Fit(train, new TrainingRun()), train, rows.Take(rows.Length / 5)));
    }

    [Fact]
    public void Deviation_NoMemberCanSay_IsTheSameEverywhereAndCovers()
    {
        var (train, test) = Simulated();
        var model = new BlendTrainer(new() { Members = [new BaselineTrainer()] }).Fit(train, new TrainingRun());

        var viewer = Assert.IsAssignableFrom<IUncertainViewer>(model.FoldIn(train.OfUser(0).ToOwn()));
        Assert.Equal(viewer.Deviation(0), viewer.Deviation(77));
        Assert.Equal(viewer.Deviation(0), viewer.Deviation(-1));
        Assert.InRange(Coverage.Of(model, train, test).Inside, 0.76, 0.84);
    }

    static void AssertHonest(Coverage coverage)
    {
        Assert.InRange(coverage.Inside, 0.76, 0.84);
        Assert.True(coverage.WideError > 1.05 * coverage.NarrowError, $"Narrow intervals err by {coverage.NarrowError}, wide ones by {coverage.WideError}.");
    }

    static ITrainer Trainer(string name) => name == Blend
        ? new BlendTrainer(new() { Members = [new ItemNeighboursTrainer(), new FactorizationTrainer(new())] })
        : new FactorizationTrainer(new());

    // Enough ratings that chance moves a share by less than a percent. Tastes in two dimensions; few people rate much and few films are rated much, so that certainty differs.
    static (Interactions Train, List<Rating> Test) Simulated()
    {
        const int people = 1500, films = 400;
        var random = new SeededRandom(31);
        double[] Normals(int count)
        {
            var values = new double[count];
            foreach (ref var value in values.AsSpan()) value = random.NextNormal();
            return values;
        }

        var (tastes, traits) = (Normals(3 * people), Normals(3 * films));
        var (train, test) = (new List<Rating>(), new List<Rating>());
        for (var person = 0; person < people; person++)
        {
            var activity = 0.02 + 0.5 * Math.Pow(random.NextDouble(), 4);
            for (var film = 0; film < films; film++)
            {
                if (random.NextDouble() > activity * (0.2 + 1.5 * Math.Exp(-film / 80.0))) continue;
                var stars = 3 + 0.4 * tastes[3 * person] + 0.4 * traits[3 * film] + 0.5 * random.NextNormal();
                for (var t = 1; t < 3; t++) stars += 0.4 * tastes[3 * person + t] * traits[3 * film + t];
                var rating = new Rating(person, film, (float)Math.Clamp(Math.Round(2 * stars) / 2, 0.5, 5), 0);
                (random.NextDouble() < 0.2 ? test : train).Add(rating);
            }
        }

        return (Interactions.From(train), test);
    }
}
