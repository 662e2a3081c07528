using Matinee.Core.Recommendations;
using Matinee.Core.Tests.Simulated;

namespace Matinee.Core.Tests.Recommendations;

public sealed class RowMakerTests
{
    static readonly Town s_town = Town.Small;
    static readonly Stage s_stage = new(s_town.Catalogue, s_town.Loaded());

    [Fact]
    public void Make_ManyViewers_ShowNothingTwiceAndNothingSeen()
    {
        for (var viewer = 0; viewer < 60; viewer++)
        {
            var random = new Random(viewer);
            var taste = new Taste { Ratings = s_town.Newcomer(random, random.Next(0, 60)), PutAside = [.. Enumerable.Range(1, 20).Select(_ => Town.IdStep * random.Next(1, Town.Films))] };
            var rows = HomeRows.Of(new(s_stage, taste), 12).Items;
            var films = rows.SelectMany(row => row.Items.Select(item => item.Movie.Id)).ToList();
            Assert.Equal(films.Count, films.Distinct().Count());
            Assert.Empty(films.Intersect(taste.Ratings.Select(rating => rating.MovieId).Concat(taste.PutAside)));
            Assert.Equal(rows.Count, rows.DistinctBy(row => row.Id).Count());
            Assert.Contains(rows, row => row.Id == "hot");
            Assert.All(rows.Where(row => row.Id == "hot"), row => Assert.Equal(row.Items.Select(item => item.Score).OrderDescending(), row.Items.Select(item => item.Score)));
        }
    }

    [Fact]
    public void Make_BecauseYouLiked_HasFilmsThatTheNamedOneSpeaksFor()
    {
        var spectator = new Spectator(s_stage, new() { Ratings = s_town.Newcomer(new(8), 40) });
        var rows = HomeRows.Of(spectator, 8).Items.Where(row => row.TitleKey == "rows.becauseYouLiked").ToList();
        Assert.Equal(2, rows.Count);
        foreach (var row in rows)
        {
            var anchor = int.Parse(row.Args["movieId"], System.Globalization.CultureInfo.InvariantCulture);
            Assert.True(spectator.Taste.Ratings.Single(rating => rating.MovieId == anchor).Stars >= 4);
            var parts = Explainer.Explain(spectator, [.. row.Items.Select(item => item.Movie.Id)]).Items
                .Select(item => item.Shares.Single(share => share.MovieId == anchor).Share).ToList();
            Assert.All(parts, part => Assert.True(part > 0));
            Assert.Equal(parts.OrderDescending(), parts);
        }
    }

    [Fact]
    public void Make_HiddenGems_AreLittleKnownAndForetoldBest()
    {
        var spectator = new Spectator(s_stage, new() { Ratings = s_town.Newcomer(new(8), 40) });
        var rows = HomeRows.Of(spectator, 6).Items;
        var gems = rows.Single(row => row.Id == "hiddenGems").Items;
        var shown = rows.TakeWhile(row => row.Id != "hiddenGems").SelectMany(row => row.Items.Select(item => item.Movie.Id)).Concat(spectator.Taste.Ratings.Select(rating => rating.MovieId)).ToHashSet();
        var view = s_town.Catalogue;
        var middle = Enumerable.Range(0, Town.Films).Select(view.VotesOf).Order().ElementAt(Town.Films / 2);
        Assert.All(gems, item => Assert.True(view.VotesOf(view.PlaceOf(item.Movie.Id)) <= middle));
        var best = Enumerable.Range(0, Town.Films)
            .Where(place => s_stage.Popularity.Percentiles[place] <= 0.5 && view.VotesOf(place) >= 3 && !shown.Contains(view.Movies[place].Id))
            .Max(place => spectator.Predict(place)!.Stars);
        Assert.Equal(best, gems[0].PredictedStars!.Stars);
        Assert.Equal(gems.Select(item => item.PredictedStars!.Stars).OrderDescending(), gems.Select(item => item.PredictedStars!.Stars));
    }

    [Fact]
    public void Make_NewRow_HasFilmsThatNobodyRated()
    {
        var row = HomeRows.Of(new(s_stage, Taste.Unknown), 12).Items.Single(one => one.Id == "new");
        Assert.All(row.Items, item => Assert.True(item.Movie.Id > Town.IdStep * Town.RatedFilms));
        Assert.All(row.Items, item => Assert.Equal([ReasonKind.New], item.Reasons.Select(reason => reason.Kind)));
    }

    [Fact]
    public void Favourites_OfPeopleLikeTheViewer_LeaveOutTheViewerAndWhatTheyRated()
    {
        var taste = new Taste
        {
            Ratings = [.. s_town.Ratings.All().Where(rating => rating.User == 7).Select(rating => new Core.Ratings.RatedMovie(rating.Item, rating.Stars, default, 1))],
        };
        var list = PeopleRecommendations.Make(new(s_stage, taste), Town.UserId(7), 50, "tag");
        Assert.Empty(list.Items.Select(item => item.Movie.Id).Intersect(taste.Ratings.Select(rating => rating.MovieId)));
        Assert.All(list.Items, item => Assert.True(item.Reasons[0] is { Kind: ReasonKind.PeopleLikeYou, People: >= 3 }));
        // With themselves among the people their likeness to themselves would raise the mean.
        Assert.True(list.MeanLikeness < PeopleRecommendations.Make(new(s_stage, taste), "somebody else", 50, "tag").MeanLikeness);
    }
}
