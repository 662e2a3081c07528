using Matinee.Core.Catalog;
using Matinee.Core.Models;
using Matinee.Core.Ratings;
using Matinee.Core.Recommendations;
using Matinee.Core.Stores;
using Matinee.Core.Tests.Simulated;
using Matinee.Engine.Als;
using Matinee.Engine.Models;

namespace Matinee.Core.Tests.Recommendations;

public sealed class RecommenderTests
{
    static readonly Town s_town = Town.Small;
    static readonly Stage s_stage = new(s_town.Catalogue, s_town.Loaded());
    static readonly Stage s_noModel = new(s_town.Catalogue, null);

    [Fact]
    public void List_WithoutTheRatingNamedFirst_FallsByTheStatedDrop()
    {
        var checkedViewers = 0;
        for (var viewer = 0; viewer < 200; viewer++)
        {
            var spectator = ViewerOf(viewer);
            var item = List(spectator).Items.First(one => one.Reasons.Any(reason => reason.Drop is not null));
            var named = item.Reasons.First(reason => reason.Drop is not null);

            var without = new Spectator(s_stage, spectator.Taste.NotBecauseOf([named.MovieId!.Value]));
            var again = Scores(without)[s_town.Catalogue.PlaceOf(item.Movie.Id)];

            Assert.Equal(named.Drop!.Value, item.Score - again, 1e-4 * Math.Max(1, Math.Abs(item.Score)));
            checkedViewers++;
        }

        Assert.Equal(200, checkedViewers);
    }

    [Fact]
    public void List_Reasons_NameTheLargestSharesOfTheModel()
    {
        var spectator = ViewerOf(3);
        var own = spectator.Taste.Ratings.Select(rating => new Engine.Ratings.OwnRating(s_town.Model.Lists.Items.IndexOf(rating.MovieId), (float)rating.Stars)).ToArray();
        var viewer = (IExplainingViewer)s_town.Model.Lists.FoldIn(own);

        foreach (var item in List(spectator).Items)
        {
            var explanation = viewer.Explain([s_town.Model.Lists.Items.IndexOf(item.Movie.Id)])[0];
            var largest = explanation.Shares.Where(share => share.Part >= 0.02 * explanation.Score && share.Part > 0)
                .OrderByDescending(share => share.Part).Take(3).ToList();
            var named = item.Reasons.Where(reason => reason.Share is not null).ToList();
            Assert.Equal(explanation.Score, item.Score);
            Assert.Equal(largest.Select(share => (s_town.Model.Lists.Items[share.Item], share.Part, share.Drop)), named.Select(reason => (reason.MovieId!.Value, reason.Share!.Value, reason.Drop!.Value)));
            Assert.All(named, reason =>
            {
                var stars = spectator.Taste.Ratings.Single(rating => rating.MovieId == reason.MovieId).Stars;
                Assert.Equal(stars, reason.Stars);
                Assert.Equal(stars >= 3.5 ? ReasonKind.BecauseYouLiked : ReasonKind.BecauseYouRated, reason.Kind);
                Assert.Equal(s_town.Catalogue.Find(reason.MovieId!.Value)!.Title, reason.Title);
            });
        }
    }

    [Fact]
    public void List_ManyViewersAndPages_NeverShowsWhatWasSeenNorAnythingTwiceAndIsAlwaysFull()
    {
        Parallel.For(0, 1000, viewer =>
        {
            var random = new Random(viewer);
            var aside = Enumerable.Range(0, 30).Select(_ => AnyFilm(random)).ToArray();
            var excluded = Enumerable.Range(0, 30).Select(_ => AnyFilm(random)).ToArray();
            var taste = TasteOf(random, random.Next(0, 80)) with { PutAside = aside };
            var spectator = new Spectator(viewer % 10 == 0 ? s_noModel : s_stage, taste);
            var request = new ListRequest
            {
                Limit = 20,
                Exclude = excluded,
                Variety = viewer % 3 * 0.5,
                Popularity = viewer % 5 * 0.5 - 1,
                Filter = viewer % 4 == 0 ? new() { Genres = ["Drama", "War"] } : MovieFilter.None,
                Seed = viewer,
            };
            var never = taste.Ratings.Select(rating => rating.MovieId).Concat(aside).Concat(excluded).ToHashSet();
            var there = s_town.Catalogue.Movies.Count(movie => !never.Contains(movie.Id) && (viewer % 4 != 0 || movie.Genres[0] is "Drama" or "War"));
            var seen = new HashSet<int>();
            for (var page = 0; page < 10; page++)
            {
                var list = Recommender.List(spectator, request, 0, 1);
                Assert.Equal(Math.Min(20, there - seen.Count), list.Items.Count);
                Assert.Equal(Enumerable.Range(seen.Count + 1, list.Items.Count), list.Items.Select(item => item.Position));
                Assert.All(list.Items, item => Assert.True(!never.Contains(item.Movie.Id) && seen.Add(item.Movie.Id)));
                Assert.Equal(seen.Count < there, list.NextCursor is not null);
                if (list.NextCursor is null) break;
                request = request with { Cursor = list.NextCursor };
            }
        });
    }

    [Fact]
    public void List_PagesWhileFilmsAreRatedAndTheModelChanges_RepeatNothingAndShowNothingRated()
    {
        var random = new Random(11);
        var taste = TasteOf(random, 40);
        var other = new ServedModel(new AlsTrainer(new() { Factors = 4, Epochs = 2 }).Fit(s_town.Ratings, new()), s_town.Model.Stars, null);
        Stage[] stages = [s_stage, new(s_town.Catalogue, s_town.Loaded(other, "20260201-235959123-8f3a91c2")), s_noModel];
        var (request, seen, pages) = (new ListRequest { Limit = 30 }, new HashSet<int>(), 0);
        string? listId = null;
        while (true)
        {
            var list = Recommender.List(new(stages[pages % 3], taste), request, 5, 77);
            listId ??= list.ListId;
            Assert.Equal(listId, list.ListId);
            Assert.Equal(5, list.Seed);
            Assert.Equal(Math.Min(30, ListRequest.MaxFilms - seen.Count), list.Items.Count);
            Assert.All(list.Items, item => Assert.True(seen.Add(item.Movie.Id)));
            Assert.DoesNotContain(list.Items, item => taste.Ratings.Any(rating => rating.MovieId == item.Movie.Id));
            pages++;
            if (list.NextCursor is null) break;
            request = request with { Cursor = list.NextCursor };
            var rated = list.Items[random.Next(list.Items.Count)].Movie.Id;
            taste = taste with { Ratings = [.. taste.Ratings, new RatedMovie(rated, 4.5, default, 1), new RatedMovie(AnyFilm(random), 1, default, 1)] };
        }

        // A list has an end, which is documented.
        Assert.Equal(ListRequest.MaxFilms, seen.Count);
    }

    [Fact]
    public void List_PagesOfAnySize_AreOneList()
    {
        var spectator = ViewerOf(5);
        var whole = Walk(spectator, new() { Limit = 100 });
        Assert.Equal(whole, Walk(spectator, new() { Limit = 7 }));
        Assert.Equal(whole, Walk(ViewerOf(5), new() { Limit = 33 }));
    }

    [Fact]
    public void List_AnotherSeed_ShufflesAndTheSameDoesNot()
    {
        var spectator = ViewerOf(5);
        var ids = Ids(List(spectator, new() { Seed = 1 }));
        Assert.Equal(ids, Ids(List(ViewerOf(5), new() { Seed = 1 })));
        Assert.NotEqual(ids, Ids(List(spectator, new() { Seed = 2 })));
    }

    [Fact]
    public void List_NoModel_IsPopularAndSaysSo()
    {
        var list = List(new(s_noModel, TasteOf(new(1), 30)), new() { Variety = 0 });
        Assert.Equal("popularity", list.ModelVersion);
        Assert.All(list.Items, item => Assert.Contains(item.Reasons, reason => reason.Kind == ReasonKind.Popular));
        Assert.All(list.Items, item => Assert.DoesNotContain(item.Reasons, reason => reason.Share is not null));
        Assert.True(list.Facts.MeanPopularityPercentile > 0.9);
        Assert.All(list.Items, item => Assert.InRange(item.PredictedStars!.High - item.PredictedStars.Low, 1, 2.6));
    }

    [Fact]
    public void List_NewcomerWithAModel_IsPopularUnderTheModelsName()
    {
        var list = List(new(s_stage, Taste.Unknown));
        Assert.Equal(s_stage.Loaded!.Version.ToString(), list.ModelVersion);
        Assert.All(list.Items, item => Assert.Equal([ReasonKind.Popular], item.Reasons.Select(reason => reason.Kind)));
    }

    [Fact]
    public void List_OneRatingMore_CountsInTheNextList()
    {
        var (changed, taste) = (0, TasteOf(new(21), 15));
        foreach (var film in List(new(s_stage, taste), new() { Limit = 10 }).Items)
        {
            var after = taste with { Ratings = [.. taste.Ratings, new(film.Movie.Id, 5, default, 1)] };
            var list = List(new(s_stage, after));
            Assert.DoesNotContain(film.Movie.Id, Ids(list));
            if (list.Items.Any(item => item.Reasons.Any(reason => reason.MovieId == film.Movie.Id))) changed++;
        }

        Assert.True(changed >= 8, $"{changed} of 10 new ratings are named in the next list.");
    }

    [Fact]
    public void List_PopularityDial_IsPricedInTheFacts()
    {
        var (usual, hidden) = (List(ViewerOf(9)), List(ViewerOf(9), new() { Popularity = -1 }));
        Assert.Equal(usual.Facts, usual.UsualFacts);
        Assert.Equal(usual.Facts, hidden.UsualFacts);
        Assert.True(hidden.Facts.MeanPopularityPercentile < usual.Facts.MeanPopularityPercentile - 0.03);
        Assert.Equal(hidden.Items.Average(item => item.PredictedStars!.Stars), hidden.Facts.MeanPredictedStars!.Value, 1e-9);
    }

    [Fact]
    public void List_PredictedStars_LieWithinTheirIntervalFourTimesOfFive()
    {
        var (within, all) = (0, 0);
        for (var viewer = 0; viewer < 60; viewer++)
        {
            // Twenty of what somebody has seen is known, the rest is to be foretold.
            var seen = s_town.Newcomer(new(9000 + viewer), 80);
            var spectator = new Spectator(s_stage, new() { Ratings = [.. seen.Take(20)] });
            foreach (var rating in seen.Skip(20))
            {
                if (spectator.Predict(s_town.Catalogue.PlaceOf(rating.MovieId)) is not { } estimate) continue;
                all++;
                // Stars come in halves: what was felt lies within a quarter of what was given.
                if (rating.Stars >= estimate.Low - 0.25 && rating.Stars <= estimate.High + 0.25) within++;
            }
        }

        Assert.InRange((double)within / all, 0.72, 0.95);
    }

    [Fact]
    public void List_FullVariety_IsLessAlikeThanNone() =>
        Assert.InRange(
            Enumerable.Range(0, 20).Average(viewer => List(ViewerOf(viewer), new() { Variety = 1 }).Facts.MeanLikeness)
            - Enumerable.Range(0, 20).Average(viewer => List(ViewerOf(viewer), new() { Variety = 0 }).Facts.MeanLikeness),
            -1,
            -0.005);

    [Fact]
    public void List_CursorOfAnotherRequestOrOfNone_IsRefused()
    {
        var spectator = ViewerOf(1);
        var cursor = List(spectator, new() { Limit = 5 }).NextCursor!;
        Assert.NotEmpty(List(spectator, new() { Limit = 50, Cursor = cursor }).Items);
        foreach (var request in (ListRequest[])
        [
            new() { Cursor = cursor, Popularity = 0.5 },
            new() { Cursor = cursor, Filter = new() { Genres = ["War"] } },
            new() { Cursor = cursor, Exclude = [10] },
            new() { Cursor = cursor[..^3] },
            new() { Cursor = cursor + "////" },
            new() { Cursor = "AQ" },
            new() { Cursor = "" },
            new() { Cursor = new('A', 5000) },
        ])
        {
            Assert.Throws<InvalidCursorException>(() => List(spectator, request));
        }
    }

    static string[] Walk(Spectator spectator, ListRequest request)
    {
        var walked = new List<string>();
        while (true)
        {
            var list = List(spectator, request);
            walked.AddRange(list.Items.Select(item => $"{item.Position} {item.Movie.Id} {item.Score}"));
            if (list.NextCursor is null) return [.. walked];
            request = request with { Cursor = list.NextCursor };
        }
    }

    static RecommendationList List(Spectator spectator, ListRequest? request = null) => Recommender.List(spectator, request ?? new(), 42, 1);

    static int[] Ids(RecommendationList list) => [.. list.Items.Select(item => item.Movie.Id)];

    static float[] Scores(Spectator spectator)
    {
        var scores = new float[s_town.Catalogue.Movies.Length];
        spectator.Score(scores);
        return scores;
    }

    static Spectator ViewerOf(int seed) => new(s_stage, TasteOf(new(1000 + seed), 15 + seed % 60));

    static Taste TasteOf(Random random, int ratings) => new() { Ratings = s_town.Newcomer(random, ratings) };

    static int AnyFilm(Random random) => Town.IdStep * random.Next(1, Town.Films + 1);
}
