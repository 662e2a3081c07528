using Matinee.Core.Onboarding;
using Matinee.Core.Ratings;
using Matinee.Core.Recommendations;
using Matinee.Core.Tests.Simulated;
using Matinee.Engine.Ratings;

namespace Matinee.Core.Tests.Onboarding;

public sealed class OnboardingTests
{
    const int Answers = 10;
    const int MostAsked = 120;
    const int KnownOfPopular = 100;

    static readonly Town s_town = Town.Small;
    static readonly Stage s_stage = new(s_town.Catalogue, s_town.Loaded());
    static readonly Stage s_noModel = new(s_town.Catalogue, null);

    [Fact]
    public void Of_TenAnswers_TellMoreThanTenOfRandomPopularFilms()
    {
        var (chosen, random, viewers) = (0.0, 0.0, 0);
        for (var seed = 0; seed < 150; seed++)
        {
            // Half of what somebody has seen can be asked about, the other half is what is to be foretold.
            var all = s_town.Newcomer(new(5000 + seed), 160);
            var (answers, asked) = (all.Where((_, i) => i % 2 == 0).ToDictionary(rating => rating.MovieId), all.Where((_, i) => i % 2 == 1).ToList());
            var guided = Ask(answers, seed);
            var lucky = RandomPopular(answers, new(seed));
            if (guided.Count < Answers || lucky.Count < Answers) continue;
            chosen += Error(guided, asked);
            random += Error(lucky, asked);
            viewers++;
        }

        Assert.True(viewers > 100, $"Only {viewers} viewers knew enough films.");
        Assert.True(chosen < random * 0.99, $"Squared error {chosen / viewers:F4} after chosen questions, {random / viewers:F4} after random ones.");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Of_Anyone_AsksAboutKnownFilmsOfManyKinds(bool withModel)
    {
        var grid = OnboardingMovies.Of(withModel ? s_stage : s_noModel, new() { Limit = 24 });
        Assert.Equal(24, grid.Items.DistinctBy(item => item.Movie.Id).Count());
        Assert.True(grid.Items.SelectMany(item => item.Movie.Genres).Distinct().Count() >= 6);
        var votes = s_town.Catalogue.Movies.Select((_, place) => s_town.Catalogue.VotesOf(place)).OrderDescending().ToList();
        Assert.All(grid.Items, item => Assert.True(s_town.Catalogue.VotesOf(s_town.Catalogue.PlaceOf(item.Movie.Id)) >= votes[300]));
        Assert.Equal(withModel ? s_stage.Loaded!.Version.ToString() : "popularity", grid.ModelVersion);
    }

    [Fact]
    public void Of_SkippedFilms_MakeTheirLikesLessLikely()
    {
        var dramas = s_town.Catalogue.Movies.Where(movie => movie.Genres[0] == "Drama").OrderByDescending(movie => s_town.Catalogue.HotOf(movie.Id)?.Count).Take(25).Select(movie => movie.Id).ToList();
        double ChanceOf(OnboardingRequest request) => OnboardingMovies.Of(s_stage, request with { Limit = 60, Shown = dramas })
            .Items.Where(item => item.Movie.Genres[0] == "Drama").Select(item => item.Chance).DefaultIfEmpty(0).Max();

        Assert.True(ChanceOf(new() { Skipped = dramas }) < ChanceOf(new()));
        Assert.DoesNotContain(OnboardingMovies.Of(s_stage, new() { Skipped = dramas }).Items, item => dramas.Contains(item.Movie.Id));
    }

    [Fact]
    public void Of_Answers_ChangeWhatIsAskedNext()
    {
        var first = OnboardingMovies.Of(s_stage, new()).Items.Select(item => item.Movie.Id).ToList();
        RatedMovie[] answers = [.. first.Take(6).Select(id => new RatedMovie(id, 4, default, 1))];
        var next = OnboardingMovies.Of(s_stage, new() { Ratings = answers }).Items.Select(item => item.Movie.Id).ToList();
        Assert.Empty(next.Intersect(first.Take(6)));
        Assert.NotEqual(first.Skip(6), next.Take(first.Count - 6));
    }

    [Fact]
    public void Of_CatalogueWithoutFilms_AsksNothing() =>
        Assert.Empty(OnboardingMovies.Of(new(Core.Catalog.CatalogueView.Empty, null), new()).Items);

    static List<RatedMovie> Ask(Dictionary<int, RatedMovie> answers, int seed)
    {
        var (rated, skipped) = (new List<RatedMovie>(), new List<int>());
        while (rated.Count < Answers && rated.Count + skipped.Count < MostAsked)
        {
            var film = OnboardingMovies.Of(s_stage, new() { Limit = 1, Ratings = rated, Skipped = skipped }).Items[0].Movie.Id;
            if (answers.TryGetValue(film, out var answer)) rated.Add(answer);
            else skipped.Add(film);
        }

        return rated;
    }

    static List<RatedMovie> RandomPopular(Dictionary<int, RatedMovie> answers, Random random)
    {
        var popular = s_town.Catalogue.Movies.OrderByDescending(movie => s_town.Catalogue.HotOf(movie.Id)?.Count ?? 0).Take(KnownOfPopular).Select(movie => movie.Id).ToArray();
        random.Shuffle(popular);
        return [.. popular.Where(answers.ContainsKey).Take(Answers).Select(id => answers[id])];
    }

    static double Error(List<RatedMovie> rated, List<RatedMovie> asked)
    {
        var stars = s_town.Model.Stars;
        var viewer = stars.FoldIn([.. rated.Select(rating => new OwnRating(stars.Items.IndexOf(rating.MovieId), (float)rating.Stars))]);
        return asked.Average(rating => Math.Pow(viewer.Score(stars.Items.IndexOf(rating.MovieId)) - rating.Stars, 2));
    }
}
