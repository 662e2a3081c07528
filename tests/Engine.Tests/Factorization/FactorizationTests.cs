using Matinee.Engine.Factorization;
using Matinee.Engine.Numerics;
using Matinee.Engine.Ratings;
using Matinee.Engine.Training;

namespace Matinee.Engine.Tests.Factorization;

public sealed class FactorizationTests
{
    [Fact]
    public void Fit_PlantedFactors_PredictsUnseenStarsAlmostToTheNoise()
    {
        var (train, test) = Planted(users: 400, items: 300, factors: 3, noise: 0.3, kept: 0.3, seed: 3);

        var error = Rmse(train, test, new() { Factors = 7 });

        // Noise 0.3 and rounding to halves (variance 1/48): nobody can do better than 0.333.
        Assert.InRange(error, 0.32, 0.42);
    }

    [Fact]
    public void Fit_MoreFactorsThanThereAre_DoesNotOverfit()
    {
        var (train, test) = Planted(users: 300, items: 200, factors: 2, noise: 0.5, kept: 0.2, seed: 4);

        var lean = Rmse(train, test, new() { Factors = 2 });
        var fat = Rmse(train, test, new() { Factors = 23 });

        Assert.InRange(fat, 0, lean * 1.02);
    }

    [Fact]
    public void Fit_PresenceTellsTheTaste_ImplicitSetHelps()
    {
        // Two camps that rate only their own films at first; the stars of the test are about films both have seen.
        var random = new SeededRandom(9);
        var rows = new List<Rating>();
        var test = new List<Rating>();
        for (var user = 0; user < 400; user++)
        {
            var camp = user % 2;
            for (var n = 0; n < 12; n++) rows.Add(new(user, camp * 100 + random.Next(100), 3 + random.Next(2) / 2f, 0));
            for (var item = 200; item < 220; item++)
            {
                var stars = item % 2 == camp ? 5 : 1;
                if (user >= 300) test.Add(new(user, item, stars, 0));
                else rows.Add(new(user, item, stars, 0));
            }
        }

        var blind = Rmse(Interactions.From(rows), test, new() { Implicit = false });
        var seeing = Rmse(Interactions.From(rows), test, new());

        Assert.True(seeing < 0.6 * blind, $"with the implicit set {seeing:F3}, without {blind:F3}");
    }

    [Fact]
    public void Fit_RealRatings_BeatsThePublishedModels()
    {
        var rows = RealData.Ratings().ToArray();
        new SeededRandom(1).Shuffle(rows.AsSpan());
        var fifth = rows.Length / 5;

        var error = Rmse(Interactions.From(rows.Skip(fifth)), rows.Take(fifth), new());

        Assert.InRange(error, 0.80, 0.84);
    }

    [Fact]
    public void FoldIn_OneMoreRating_MovesTheScoreTowardsIt()
    {
        var (train, _) = Planted(users: 300, items: 100, factors: 2, noise: 0.3, kept: 0.4, seed: 6);
        var model = new FactorizationTrainer(new()).Fit(train, new TrainingRun());
        var own = train.OfUser(0).ToOwn()[..6];
        var film = own[0].Item;

        var low = model.FoldIn([new(film, 0.5f), .. own[1..]]).Score(film);
        var high = model.FoldIn([new(film, 5f), .. own[1..]]).Score(film);

        Assert.True(high > low + 0.2f, $"{high} after five stars, {low} after half a star");
    }

    [Fact]
    public void Options_OutOfRange_NameValueAndRange()
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => new FactorizationOptions { Factors = 0 });

        Assert.Contains("Factors must be from 1 to 127", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new FactorizationOptions { ImplicitShrinkage = float.NaN });
    }

    static double Rmse(Interactions train, IEnumerable<Rating> test, FactorizationOptions options)
    {
        var model = new FactorizationTrainer(options).Fit(train, new TrainingRun());
        var (sum, count) = (0.0, 0);
        foreach (var person in test.GroupBy(rating => rating.User))
        {
            var user = train.Users.IndexOf(person.Key);
            var viewer = model.FoldIn(user < 0 ? [] : train.OfUser(user).ToOwn());
            foreach (var rating in person)
            {
                var error = viewer.Score(train.Items.IndexOf(rating.Item)) - rating.Stars;
                (sum, count) = (sum + error * error, count + 1);
            }
        }

        return Math.Sqrt(sum / count);
    }

    static (Interactions Train, List<Rating> Test) Planted(int users, int items, int factors, double noise, double kept, ulong seed)
    {
        var random = new SeededRandom(seed);
        double[] Normals(int count, double scale)
        {
            var values = new double[count];
            for (var i = 0; i < count; i++) values[i] = scale * random.NextNormal();
            return values;
        }

        var (userFactors, itemFactors) = (Normals(users * factors, 0.7), Normals(items * factors, 0.7));
        var (userBias, itemBias) = (Normals(users, 0.3), Normals(items, 0.4));
        var (train, test) = (new List<Rating>(), new List<Rating>());
        for (var user = 0; user < users; user++)
        {
            for (var item = 0; item < items; item++)
            {
                var stars = 3 + userBias[user] + itemBias[item] + noise * random.NextNormal();
                for (var f = 0; f < factors; f++) stars += userFactors[user * factors + f] * itemFactors[item * factors + f];
                var rounded = (float)Math.Round(stars * 2) / 2;
                // Stars off the scale would be cut and no longer be noise around the truth: such pairs stay unseen.
                if (rounded is < Stars.Min or > Stars.Max) continue;
                var chance = random.NextDouble();
                if (chance < kept) train.Add(new(user, item, rounded, 0));
                else if (chance < kept + 0.1) test.Add(new(user, item, rounded, 0));
            }
        }

        return (Interactions.From(train), test);
    }
}
