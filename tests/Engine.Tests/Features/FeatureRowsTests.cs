using Matinee.Engine.Facts;
using Matinee.Engine.Features;
using Matinee.Engine.Forest;
using Matinee.Engine.Models;
using Matinee.Engine.Numerics;
using Matinee.Engine.Ratings;
using Matinee.Engine.Ridge;
using Matinee.Engine.Tests.Models;
using Matinee.Engine.Training;

namespace Matinee.Engine.Tests.Features;

public sealed class FeatureRowsTests
{
    static readonly KnownFacts s_facts = new(
        Enumerable.Range(0, 110).Select(film => new FilmFacts(3 * film + 2) { Year = 1950 + film % 60, Genres = [$"genre {film % 4}"] }),
        Enumerable.Range(0, 150).Select(user => KeyValuePair.Create(
            5L * user + 11, new PersonFacts { Age = 10 + user % 60, Gender = user % 2 == 0 ? "F" : "M", Occupation = $"job {user % 3}" })));

    [Fact]
    public void Of_StarsOfOneRatingChanged_LeaveItsRowAsItWas()
    {
        var rows = ContractRatings.CommunityRows();
        var before = Describe(Interactions.From(rows));
        for (var changed = 5; changed < rows.Count; changed += rows.Count / 7)
        {
            var other = rows.ToList();
            other[changed] = rows[changed] with { Stars = rows[changed].Stars > 2.5f ? 0.5f : 5 };
            var after = Describe(Interactions.From(other));

            // Rows come fold by fold: the changed rating is where the stars are others.
            var at = Enumerable.Range(0, before.Count).Single(row => before.Stars[row] != after.Stars[row]);
            Assert.Equal(before[at].ToArray(), after[at].ToArray());
            Assert.Contains(Enumerable.Range(0, before.Count), row => !before[row].SequenceEqual(after[row]));
        }
    }

    [Fact]
    public void Of_EveryRating_IsDescribedOnceWithItsStars()
    {
        var ratings = Interactions.From(ContractRatings.CommunityRows());

        var rows = Describe(ratings);

        Assert.Equal(ratings.Count, rows.Count);
        Assert.Equal(ratings.All().Select(rating => rating.Stars).Order(), rows.Stars.Order());
        Assert.All(rows.Values, value => Assert.True(float.IsFinite(value)));
    }

    [Theory]
    [InlineData(100)]
    [InlineData(1_000)]
    public void Of_MoreRatingsThanWanted_TakesASample(int most)
    {
        var ratings = Interactions.From(ContractRatings.CommunityRows());

        var rows = FeatureRows.Of(ratings, s_facts, FeatureWords.Of(ratings, s_facts), most, new TrainingRun());

        Assert.InRange(rows.Count, most * 0.75, most * 1.25);
    }

    public static TheoryData<string> Trainers => [ForestModel.Name, RidgeModel.Name];

    /// <summary>A model that had seen in training what it can't see when it serves would find a pattern here, and err by it.</summary>
    [Theory]
    [MemberData(nameof(Trainers))]
    public void Fit_StarsThatMeanNothing_SaysTheMean(string name)
    {
        var random = new SeededRandom(8);
        var (train, test) = (new List<Rating>(), new List<Rating>());
        for (var user = 0; user < 300; user++)
        {
            for (var film = 0; film < 120; film++)
            {
                var chance = random.NextDouble();
                if (chance < 0.12) (chance < 0.09 ? train : test).Add(new(5 * user + 11, 3 * film + 2, (1 + random.Next(10)) / 2f, 0));
            }
        }

        var ratings = Interactions.From(train);
        ITrainer trainer = name == ForestModel.Name ? new ForestTrainer(new() { Facts = s_facts, MinLeaf = 30 }) : new RidgeTrainer(new() { Facts = s_facts });
        var model = trainer.Fit(ratings, new TrainingRun());

        var squares = 0.0;
        foreach (var rating in test)
        {
            var viewer = model.FoldIn(ratings.OfUser(ratings.Users.IndexOf(rating.User)).ToOwn());
            squares += Math.Pow(viewer.Score(ratings.Items.IndexOf(rating.Item)) - rating.Stars, 2);
        }

        // Uniform on half a star to five: the standard deviation is 1.436, and nothing can be known.
        Assert.InRange(Math.Sqrt(squares / test.Count), 1.38, 1.49);
    }

    static FeatureRows Describe(Interactions ratings) =>
        FeatureRows.Of(ratings, s_facts, FeatureWords.Of(ratings, s_facts), 1_000_000, new TrainingRun());
}
