using Matinee.Core.Models;
using Matinee.Core.Recommendations;
using Matinee.Core.Tests.Simulated;
using Matinee.Engine.Facts;
using Matinee.Engine.Portraits;

namespace Matinee.Core.Tests.Recommendations;

/// <summary>In the town, those who like the odd taste more are nurses, and others are miners: the profile tells the portrait.</summary>
public sealed class PortraitTests
{
    static readonly Town s_town = Town.Small;
    static readonly PortraitsModel s_portraits = Fit();
    static readonly Stage s_stage = new(
        s_town.Catalogue, s_town.Loaded(new ServedModel(s_town.Model.Lists, s_town.Model.Stars, s_town.Model.Community, s_portraits)));

    [Fact]
    public void List_OnlyAProfileIsKnown_IsOfItsPortraitAndNotOfEveryone()
    {
        var nurse = Viewer("nurse");
        var miner = Viewer("miner");

        var (ofNurse, ofMiner, ofNobody) = (Ids(nurse), Ids(miner), Ids(new(s_stage, Taste.Unknown)));

        Assert.True(nurse.IsByPortrait && !nurse.IsPersonal);
        Assert.NotEqual(ofNurse, ofMiner);
        Assert.NotEqual(ofNurse, ofNobody);
        // What the portrait's people like comes first: its shares, film by film.
        var scores = new float[s_portraits.Items.Count];
        s_portraits.FoldIn([], new PersonFacts { Occupation = "nurse" }).ScoreAll(scores);
        Assert.True(Mean(ofNurse) > Mean(ofMiner), "The nurse's films are not those that nurses like.");
        double Mean(int[] films) => films.Average(film => scores[s_portraits.Items.IndexOf(film)]);
    }

    [Fact]
    public void Rows_OnlyAProfileIsKnown_BeginWithItsPortrait()
    {
        var rows = HomeRows.Of(Viewer("nurse"), 12).Items;

        Assert.Equal("forPeopleLikeYou", rows[0].Id);
        Assert.All(rows[0].Items, item => Assert.Contains(item.Reasons, reason => reason.Kind == ReasonKind.LikedByPortrait));
        Assert.Equal("popular", HomeRows.Of(new(s_stage, Taste.Unknown), 12).Items[0].Id);
    }

    [Fact]
    public void Rows_PortraitIsKnown_ShowItsFavouritesThatAreNewToTheViewer()
    {
        var taste = new Taste { Ratings = s_town.Newcomer(new(3), 10), WantsPortrait = true };
        var spectator = new Spectator(s_stage, taste);

        var row = HomeRows.Of(spectator, 4).Items.Single(row => row.Id == "portraitFavourites");

        var portrait = spectator.Portrait!;
        Assert.Equal(GuessedFrom.Ratings, portrait.From);
        Assert.Equal(portrait.Portrait.Name, row.Args["portrait"]);
        var favourites = portrait.Portrait.Favourites.Select(film => (int)film.Film).ToList();
        Assert.All(row.Items, item => Assert.Contains(item.Movie.Id, favourites));
        Assert.Empty(row.Items.Select(item => item.Movie.Id).Intersect(taste.Ratings.Select(rating => rating.MovieId)));
    }

    [Fact]
    public void Portrait_NotAgreedTo_IsNotFound()
    {
        var spectator = new Spectator(s_stage, new() { Ratings = s_town.Newcomer(new(3), 10) });

        Assert.Null(spectator.Portrait);
        Assert.DoesNotContain(HomeRows.Of(spectator, 12).Items, row => row.Id == "portraitFavourites");
    }

    [Fact]
    public void Portrait_OfTooFewPeople_IsHidden()
    {
        var ratings = Engine.Ratings.Interactions.From(s_town.Ratings.All().Where(rating => rating.User < Portrait.MinPeople));
        var few = new PortraitsTrainer(KnownFacts.None, new() { Portraits = 1 }).Fit(ratings, new());
        var stage = new Stage(s_town.Catalogue, s_town.Loaded(new ServedModel(s_town.Model.Lists, s_town.Model.Stars, null, few)));

        Assert.Null(new Spectator(stage, new() { Ratings = s_town.Newcomer(new(3), 10), WantsPortrait = true }).Portrait);
    }

    static Spectator Viewer(string occupation) => new(s_stage, new() { Person = new() { Occupation = occupation }, WantsPortrait = true });

    static int[] Ids(Spectator spectator) =>
        [.. RecommendationLists.Of(spectator, new() { Limit = 20, Seed = 1 }).Items.Select(item => item.Movie.Id)];

    // First by ratings alone; then everyone gets the occupation of their portrait.
    static PortraitsModel Fit()
    {
        var films = s_town.Catalogue.Movies.Select(movie => new FilmFacts(movie.Id) { Title = movie.Title, Year = movie.Year ?? 0, Genres = movie.Genres }).ToList();
        var options = new PortraitsOptions { Portraits = 2 };
        var blind = new PortraitsTrainer(new(films), options).Fit(s_town.Ratings, new());
        var people = Enumerable.Range(0, s_town.Ratings.Users.Count).Select(user => KeyValuePair.Create(
            (long)s_town.Ratings.Users[user],
            new PersonFacts { Occupation = blind.PortraitOf(s_town.Ratings.OfUser(user).ToOwn(), PersonFacts.Unknown)!.Portrait == 0 ? "nurse" : "miner" }));
        return new PortraitsTrainer(new(films, people), options, blind).Fit(s_town.Ratings, new());
    }
}
