using Matinee.Engine.Facts;
using Matinee.Engine.Models;
using Matinee.Engine.Portraits;
using Matinee.Engine.Ratings;
using Matinee.Engine.Statistics;
using Matinee.Engine.Training;

namespace Matinee.Engine.Tests.Portraits;

public sealed class PortraitsTests
{
    static readonly TrainingRun s_run = new() { Threads = 2 };

    static readonly Lazy<(PlantedCommunity Community, PortraitsModel Model)> s_planted = new(() =>
    {
        var community = PlantedCommunity.Of(2000, seed: 5);
        return (community, new PortraitsTrainer(community.Facts).Fit(community.Ratings, s_run));
    });

    static PlantedCommunity Community => s_planted.Value.Community;

    static PortraitsModel Model => s_planted.Value.Model;

    [Fact]
    public void Fit_PlantedArchetypes_AreFoundAndTheirNumberToo()
    {
        var found = LabelsOfAll(Model, Community);

        Assert.Equal(PlantedCommunity.Archetypes, Model.Portraits.Count);
        var agreement = AdjustedRand.Of(Community.PlantedOf(Enumerable.Range(0, found.Length)), found);
        Assert.True(agreement >= 0.8, $"The adjusted Rand index is {agreement}.");
    }

    [Fact]
    public void Fit_PlantedArchetypes_IsNoWorseThanFiftyPlainRuns()
    {
        var community = PlantedCommunity.Of(400, seed: 9);
        var features = UserFeatures.Of(community.Ratings, community.Facts, 5, s_run);
        var points = Enumerable.Range(0, features.Users.Length).Select(row => features[row].ToArray()).ToArray();

        var found = Engine.Portraits.Clusters.KMeans.Fit(new(features.Rows, features.Space.Width), new() { Clusters = 8 }, s_run);

        var plain = NaiveKMeans.BestInertia(points, 8, restarts: 50, seed: 1);
        var own = NaiveKMeans.Inertia(points, found.Labels);
        Assert.True(own <= plain * (1 + 1e-9), $"{own} is worse than {plain}.");
    }

    [Fact]
    public void Portraits_PlantedArchetypes_AreNamedForWhatTheyLove()
    {
        var found = LabelsOfAll(Model, Community);
        for (var p = 0; p < Model.Portraits.Count; p++)
        {
            var archetype = Community.PlantedOf(Enumerable.Range(0, found.Length).Where(user => found[user] == p))
                .GroupBy(planted => planted).MaxBy(planted => planted.Count())!.Key;
            var portrait = Model.Portraits[p];
            Assert.All(PlantedCommunity.Loves[archetype], genre =>
                Assert.Contains(Words.Genre(genre), portrait.Name, StringComparison.OrdinalIgnoreCase));
            Assert.Equal(PlantedCommunity.Loves[archetype].Order(), portrait.Genres.Take(2).Select(genre => genre.Genre).Order());
            Assert.InRange(portrait.MeanAge!.Value, 18 + 5 * archetype, 18 + 5 * archetype + 12);
            Assert.All(portrait.Favourites.Take(3), film => Assert.True(
                Community.Facts.OfFilm(film.Film)!.Genres.Any(PlantedCommunity.Loves[archetype].Contains), $"{portrait.Name}: {film.Title}"));
        }

        Assert.Equal(Model.Portraits.Count, Model.Portraits.Select(portrait => portrait.Name).Distinct().Count());
    }

    [Fact]
    public void Portraits_Numbers_AreThoseCountedByHand()
    {
        var found = LabelsOfAll(Model, Community);
        var portrait = Model.Portraits[0];
        var members = Enumerable.Range(0, found.Length).Where(user => found[user] == 0).ToList();

        Assert.Equal(members.Count, portrait.Size);
        Assert.Equal(members.Count / 2000.0, portrait.Share, 1e-12);
        Assert.Equal(members.Average(user => Rated(user).Average(rating => rating.Stars)), portrait.MeanStars!.Value, 1e-4);
        Assert.Equal(members.Select(user => Community.Ratings.OfUser(user).Count).OrderDescending().ElementAt((members.Count - 1) / 2), portrait.MedianRatings);
        var genre = portrait.Genres[0];
        Assert.Equal(members.Average(user => ShareOf(genre.Genre, user)), genre.Share, 1e-9);
        Assert.Equal(genre.Share / Enumerable.Range(0, 2000).Average(user => ShareOf(genre.Genre, user)), genre.Lift, 1e-9);
        var film = portrait.Favourites[0];
        var item = Model.Items.IndexOf((int)film.Film);
        var likers = members.Count(user => Rated(user).Any(rating => rating.Item == item && rating.Stars >= 3.5f));
        var all = Enumerable.Range(0, 2000).Count(user => Rated(user).Any(rating => rating.Item == item && rating.Stars >= 3.5f));
        Assert.Equal((likers + 20 * all / 2000.0) / (members.Count + 20), film.LikedBy, 1e-5);
    }

    [Fact]
    public void PortraitOf_FewRatings_IsBetterThanNoneAndAProfileBetterThanNothing()
    {
        var found = LabelsOfAll(Model, Community);
        var (byProfile, byFew, byNothing, asked) = (0, 0, 0, 0);
        for (var user = 0; user < found.Length; user++)
        {
            var person = Community.Facts.OfPerson(Community.Ratings.Users[user]);
            if (person.Age is null) continue;
            asked++;
            var few = Rated(user)[..4];
            if (Guess([], PersonFacts.Unknown, GuessedFrom.Nothing) == found[user]) byNothing++;
            if (Guess([], person, GuessedFrom.Profile) == found[user]) byProfile++;
            if (Guess(few, person, GuessedFrom.FewRatings) == found[user]) byFew++;
        }

        Assert.True(byProfile > 1.5 * byNothing, $"{byProfile} by profile, {byNothing} by nothing of {asked}.");
        Assert.True(byFew > byProfile, $"{byFew} by few ratings, {byProfile} by profile of {asked}.");

        int Guess(OwnRating[] own, PersonFacts person, GuessedFrom from)
        {
            var guess = Model.PortraitOf(own, person)!;
            Assert.Equal(from, guess.From);
            Assert.InRange(guess.Probability, 0.05, 1);
            return guess.Portrait;
        }
    }

    [Fact]
    public void FoldIn_ProfileAlone_GivesTheListsOfThoseAlike()
    {
        var young = (PortraitViewer)Model.FoldIn([], new() { Age = 20 });
        var unknown = (PortraitViewer)Model.FoldIn([]);

        var likely = Model.Portraits[young.Portrait!.Portrait];
        Assert.InRange(likely.MeanAge!.Value, 18, 32);
        Assert.Equal(1, young.Weights.Sum(), 1e-12);
        Assert.Equal(Model.Portraits.Select(portrait => portrait.Share), unknown.Weights, (x, y) => Math.Abs(x - y) < 1e-9);
        var film = Model.Items.IndexOf((int)likely.Favourites[0].Film);
        Assert.True(young.Score(film) > unknown.Score(film));
    }

    [Fact]
    public void Fit_FixedNumberWithTinyPortraits_ShowsNothingOfThem()
    {
        // Thirty who love westerns, and three who love horror alone.
        var films = Enumerable.Range(0, 40).Select(i => new FilmFacts(i) { Title = $"F{i}", Year = 1990, Genres = [i < 20 ? "Western" : "Horror"] });
        var rows = Enumerable.Range(0, 33).SelectMany(user => Enumerable.Range(0, 15).Select(i =>
            new Rating(user, (user < 30 ? 0 : 20) + (i + user) % 20, 4f, i)));

        var ratings = Interactions.From(rows);
        var people = Enumerable.Range(30, 3).Select(user => KeyValuePair.Create((long)user, new PersonFacts { Age = 99 }));
        var model = new PortraitsTrainer(new(films, people), new() { Portraits = 2 }).Fit(ratings, s_run);

        Assert.Equal([30, 3], model.Portraits.Select(portrait => portrait.Size));
        var hidden = model.Portraits[1];
        Assert.True(hidden.IsHidden);
        Assert.Null(hidden.MeanStars);
        Assert.Null(hidden.MeanAge);
        Assert.Empty(hidden.Genres);
        Assert.Empty(hidden.Favourites);
        Assert.DoesNotContain("orror", hidden.Name + hidden.Summary, StringComparison.Ordinal);
        Assert.Equal(model.Lists.OfAll.ToArray(), model.Lists.Of(1).ToArray());
        Assert.Equal(0, ((PortraitViewer)model.FoldIn([], new() { Age = 99 })).Portrait!.Portrait);
    }

    [Fact]
    public void Options_OutOfRange_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new PortraitsOptions { Portraits = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new PortraitsOptions { LikedFrom = 6 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new PortraitsOptions { ListShrinkage = double.NaN });
    }

    [Fact]
    public void Read_SavedModel_KeepsAllThatTheInsightsNeed()
    {
        using var stream = new MemoryStream();
        ModelReader.Write(Model, stream);
        stream.Position = 0;

        var read = (PortraitsModel)ModelReader.Read(stream);

        Assert.Equivalent(Model.Portraits, read.Portraits, strict: true);
        Assert.Equal(Model.Curve, read.Curve);
        Assert.Equal(Model.Space.Columns, read.Space.Columns);
        Assert.Equal(Model.Map.First, read.Map.First);
        Assert.Equal(Model.Weights.Middle(3).ToArray(), read.Weights.Middle(3).ToArray());
        var person = new PersonFacts { Age = 30, Gender = "F" };
        Assert.Equal(Model.PortraitOf(Rated(8), person), read.PortraitOf(Rated(8), person));
        Assert.Equal(Model.PlaceOf(Rated(8), person), read.PlaceOf(Rated(8), person));
    }

    static int[] LabelsOfAll(PortraitsModel model, PlantedCommunity community) =>
    [
        .. Enumerable.Range(0, community.Ratings.Users.Count).Select(user => model.PortraitOf(
            community.Ratings.OfUser(user).ToOwn(), community.Facts.OfPerson(community.Ratings.Users[user]))!.Portrait),
    ];

    static OwnRating[] Rated(int user) => Community.Ratings.OfUser(user).ToOwn();

    static double ShareOf(string genre, int user)
    {
        var genres = Rated(user).Select(rating => Community.Facts.OfFilm(Community.Ratings.Items[rating.Item])!.Genres).ToList();
        return genres.Count(ofFilm => ofFilm.Contains(genre)) / (double)genres.Count;
    }
}
