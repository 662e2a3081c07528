using Matinee.Engine.Facts;
using Matinee.Engine.Portraits;
using Matinee.Engine.Ratings;
using Matinee.Engine.Training;

namespace Matinee.Engine.Tests.Portraits;

public sealed class UserFeaturesTests
{
    static readonly TrainingRun s_run = new() { Threads = 2 };

    [Fact]
    public void Raw_ThreeRatings_AreTheFormulasByHand()
    {
        // Three films; expected stars 3, 4, 3.5; genres A, AB, B; decades 0, 1 and none.
        long[] genresOf = [1, 3, 2];
        int[] decadeOf = [0, 1, -1];
        float[] expectedStars = [3, 4, 3.5f];
        var films = new FilmTraits(["A", "B"], [1990, 2000], genresOf, decadeOf, expectedStars);
        FeatureColumn[] columns =
        [
            new(FeatureKind.Generosity, "", 0, 1), new(FeatureKind.Spread, "", 0, 1), new(FeatureKind.Activity, "", 0, 1),
            new(FeatureKind.GenreShare, "A", 0, 1), new(FeatureKind.GenreShare, "B", 0, 1),
            new(FeatureKind.GenreAffinity, "A", 0, 1), new(FeatureKind.GenreAffinity, "B", 0, 1),
            new(FeatureKind.Decade, "1990s", 0, 1), new(FeatureKind.Decade, "2000s", 0, 1),
            new(FeatureKind.Age, "", 0, 1), new(FeatureKind.Gender, "f", 0, 1), new(FeatureKind.Occupation, "writer", 0, 1),
        ];
        var space = new FeatureSpace(films, columns, [0.5, 0.25], [0.6, 0.4], 1.2);
        var raw = new double[columns.Length];

        space.Raw(TasteTally.Of(films, [new(0, 5f), new(1, 4f), new(2, 2f)]), new() { Age = 40, Gender = "F" }, raw);

        // Surpluses 2, 0, −1.5: 0.5 in all, a sixth each. Stars 5, 4, 2 have squared deviations of 14/3.
        double[] expected =
        [
            0.5 / 8, Math.Sqrt((14.0 / 3 + 5 * 1.2) / 8), Math.Log(4),
            Math.Log(7 / 6.5), Math.Log(7 / 5.75),
            (2 - 2 / 6.0) / 12, (-1.5 - 2 / 6.0) / 12,
            Math.Log(6 / 6.2), Math.Log(6 / 5.8),
            40, 1, double.NaN,
        ];
        Assert.Equal(expected, raw, (x, y) => Math.Abs(x - y) < 1e-12 || (double.IsNaN(x) && double.IsNaN(y)));
    }

    [Fact]
    public void Of_Community_GivesEveryKindItsWeightAboutTheMiddle()
    {
        var community = PlantedCommunity.Of(300, seed: 2);
        var features = UserFeatures.Of(community.Ratings, community.Facts, 5, s_run);

        foreach (var kind in features.Space.Columns.Select((column, i) => (column, i)).GroupBy(pair => pair.column.Kind))
        {
            var variance = 0.0;
            foreach (var (column, i) in kind)
            {
                var known = Enumerable.Range(0, 300).Where(row => IsKnown(community, features, row, column.Kind)).Select(row => (double)features[row][i]).ToList();
                Assert.Equal(0, known.Average(), 1e-5);
                variance += known.Average(value => value * value);
            }

            Assert.Equal(FeatureKinds.Weight(kind.Key), variance, 1e-4);
        }

        Assert.Equal(features.Space.Columns.Count, features.Space.Columns.Select(column => column.Name).Distinct().Count());
    }

    [Fact]
    public void Of_AnyoneAtServingTime_IsTheRowOfTheTraining()
    {
        var community = PlantedCommunity.Of(100, seed: 2);
        var features = UserFeatures.Of(community.Ratings, community.Facts, 5, s_run);
        for (var row = 0; row < 100; row += 7)
        {
            var own = community.Ratings.OfUser(features.Users[row]).ToOwn();
            Assert.Equal(features[row].ToArray(), features.Space.Of(own, community.Facts.OfPerson(community.Ratings.Users[features.Users[row]])));
        }
    }

    [Fact]
    public void Of_PersonWithoutRatingsOrFacts_LiesNearTheMiddleInTaste()
    {
        var community = PlantedCommunity.Of(100, seed: 2);
        var space = UserFeatures.Of(community.Ratings, community.Facts, 5, s_run).Space;

        var nobody = space.Of([], PersonFacts.Unknown);

        for (var i = 0; i < nobody.Length; i++)
        {
            if (space.Columns[i].Kind is FeatureKind.Age or FeatureKind.Gender) Assert.Equal(0, nobody[i]);
            if (space.Columns[i].Kind is FeatureKind.GenreShare or FeatureKind.GenreAffinity) Assert.Equal(0, space.Columns[i].Raw(nobody[i]), 1e-6);
        }
    }

    [Fact]
    public void Of_WordsOfFewPeople_AreNoFeatures()
    {
        var rows = Enumerable.Range(0, 50).SelectMany(user => Enumerable.Range(0, 6).Select(film => new Rating(user, film, 3, 0)));
        var people = Enumerable.Range(0, 50).Select(user => KeyValuePair.Create(
            (long)user, new PersonFacts { Gender = user % 2 == 0 ? "F" : "f", Occupation = user < 19 ? "lighthouse keeper" : "Writer" }));
        FilmFacts[] films = [.. Enumerable.Range(0, 6).Select(film => new FilmFacts(film) { Genres = ["(no genres listed)", "Drama", "Drama"] })];

        var space = UserFeatures.Of(Interactions.From(rows), new(films, people), 5, s_run).Space;

        Assert.Equal(["f"], space.Columns.Where(column => column.Kind == FeatureKind.Gender).Select(column => column.Of));
        Assert.Equal(["writer"], space.Columns.Where(column => column.Kind == FeatureKind.Occupation).Select(column => column.Of));
        Assert.Equal(["Drama"], space.Genres);
    }

    [Fact]
    public void Tally_RatingTakenOut_IsAsIfItHadNeverBeen()
    {
        var community = PlantedCommunity.Of(20, seed: 2);
        var space = UserFeatures.Of(community.Ratings, community.Facts, 5, s_run).Space;
        var own = community.Ratings.OfUser(3).ToOwn();
        var tally = TasteTally.Of(space.Films, own);

        tally.Add(own[4].Item, own[4].Stars, -1);

        var without = space.Of([.. own[..4], .. own[5..]], PersonFacts.Unknown);
        Assert.Equal(without, space.Of(tally, PersonFacts.Unknown), (x, y) => Math.Abs(x - y) < 1e-5);
    }

    static bool IsKnown(PlantedCommunity community, UserFeatures features, int row, FeatureKind kind) =>
        kind is not (FeatureKind.Age or FeatureKind.Gender)
        || community.Facts.OfPerson(community.Ratings.Users[features.Users[row]]).Age is not null;
}
