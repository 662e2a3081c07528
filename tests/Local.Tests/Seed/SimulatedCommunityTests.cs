using Matinee.Core.Catalog;
using Matinee.Core.Import;
using Matinee.Core.Ratings;
using Matinee.Local.Seed;
using Matinee.Local.Seed.Community;

namespace Matinee.Local.Tests.Seed;

public class SimulatedCommunityTests
{
    static readonly DateTimeOffset s_until = new(2026, 11, 21, 0, 0, 0, TimeSpan.Zero);
    static readonly List<Movie> s_films = [.. BundledCatalogue.Films().Select(film => film.ToMovie())];
    static readonly SimulatedCommunity s_community = New();
    static readonly List<SimulatedRating> s_ratings = [.. s_community.Ratings()];

    static SimulatedCommunity New(int people = CommunityOptions.DefaultPeople, ulong seed = CommunityOptions.DefaultSeed) =>
        new(ImportSource.Community, s_films, new() { Until = s_until, People = people, Seed = seed });

    [Fact]
    public void Ratings_SameSeed_AreTheSameEveryTimeAndOthersWithAnother()
    {
        Assert.Equal(s_ratings, New().Ratings());
        Assert.Equal(s_community.People.Select(person => person.Facts), New().People.Select(person => person.Facts));
        Assert.NotEqual(s_ratings.Take(1000), New(seed: 2).Ratings().Take(1000));
    }

    [Fact]
    public void Ratings_All_AreAsManyAndAsSpreadAsAtMovieLens()
    {
        Assert.Equal(3000, s_community.People.Count);
        Assert.InRange(s_ratings.Count, 190_000, 210_000);
        // ml-latest-small: 1.4 2.8 1.8 7.5 5.5 19.9 13.0 26.6 8.5 13.1 percent, mean 3.50.
        double[] published = [1.4, 2.8, 1.8, 7.5, 5.5, 19.9, 13.0, 26.6, 8.5, 13.1];
        for (var halves = 1; halves <= 10; halves++)
        {
            var share = 100.0 * s_ratings.Count(rating => rating.Halves == halves) / s_ratings.Count;
            Assert.InRange(share, published[halves - 1] - 3.5, published[halves - 1] + 3.5);
        }

        Assert.InRange(s_ratings.Average(rating => rating.Halves / 2.0), 3.4, 3.65);
    }

    [Fact]
    public void Ratings_ByPersonAndFilm_HaveLongTails()
    {
        var byPerson = s_ratings.CountBy(rating => rating.Person).Select(person => person.Value).Order().ToList();
        Assert.Equal(3000, byPerson.Count);
        Assert.True(byPerson[0] >= CommunityOptions.LeastRatings);
        Assert.InRange(byPerson[1500], 35, 60);
        Assert.True(byPerson[^1] > 400);
        var byFilm = s_ratings.CountBy(rating => rating.MovieId).Select(film => film.Value).OrderDescending().ToList();
        Assert.True(byFilm.Take(130).Sum() > 0.35 * s_ratings.Count, "the first tenth of the films has too few ratings");
        Assert.True(byFilm[0] > 900 && byFilm[^1] < 20);
        Assert.Equal(s_ratings.Count, s_ratings.Select(rating => (rating.Person, rating.MovieId)).Distinct().Count());
    }

    [Fact]
    public void Ratings_Times_AreInOrderBeforeTheEndAndAfterTheFilmCameOut()
    {
        var years = s_films.ToDictionary(film => film.Id, film => film.Year!.Value);
        Assert.All(s_ratings, rating => Assert.True(
            rating.Time < s_until.ToUnixTimeSeconds() && DateTimeOffset.FromUnixTimeSeconds(rating.Time).Year >= Math.Min(years[rating.MovieId], 2026)));
        Assert.True(s_ratings.Count(rating => rating.Time > s_until.AddDays(-7).ToUnixTimeSeconds()) > 500);
    }

    [Fact]
    public void People_OfAnArchetype_DifferAsItSays()
    {
        var people = s_community.People;
        foreach (var (index, archetype) in Archetype.All.Index())
        {
            var some = people.Where(person => person.Archetype == index).ToList();
            Assert.InRange(some.Count, archetype.Share * 3000 * 0.85, archetype.Share * 3000 * 1.15);
            Assert.InRange(some.Average(person => person.Facts.Age!.Value), archetype.MeanAge - 4, archetype.MeanAge + 4);
            Assert.InRange(some.Count(person => person.Facts.Gender == "female") / (double)some.Count, archetype.Women - 0.1, archetype.Women + 0.1);
        }

        Assert.Equal(1, Archetype.All.Sum(archetype => archetype.Share), 9);
        Assert.Contains(people, person => !person.Facts.SharesRatings);
        Assert.Contains(people, person => !person.Facts.SharesProfile);
    }

    [Fact]
    public void Archetypes_FromGenresSeenAndLiked_AreFoundAgain()
    {
        const int People = 1200;
        var labels = KMeans.Best(Affinities(People), Archetype.All.Count, restarts: 6);
        var ari = KMeans.AdjustedRand([.. s_community.People.Take(People).Select(person => person.Archetype)], labels);
        Assert.True(ari >= 0.8, $"adjusted Rand index {ari:0.000}");
    }

    [Fact]
    public void Reviews_Some_BelongToRatingsAndSayThatTheyAreSimulated()
    {
        var set = s_community.ToSet(new(s_films));
        Assert.InRange(set.Reviews.Count, 1500, 4000);
        var ratings = s_ratings.Where(rating => rating.HasReview).Select(rating => (s_community.People[rating.Person].Facts.UserId, rating.MovieId, rating.Halves / 2.0)).ToHashSet();
        Assert.All(set.Reviews, review =>
        {
            Assert.Contains((review.UserId, review.MovieId, review.Stars!.Value), ratings);
            Assert.True(review.IsSimulated);
            Assert.StartsWith(ReviewText.Mark, review.Review, StringComparison.Ordinal);
            Assert.DoesNotContain('{', review.Review!);
            Assert.Null(RatingRules.ProblemOf(review, s_until));
        });
        Assert.True(set.Reviews.GroupBy(review => review.MovieId).Max(film => film.Count()) <= IReviews.MaxUpdate);
        Assert.True(set.Reviews.Select(review => review.Review).Distinct().Count() > set.Reviews.Count / 2);
    }

    // How much oftener than others somebody sees films of each genre, and how much better they like them: standardized.
    static double[][] Affinities(int count)
    {
        var genres = s_films.SelectMany(film => film.Genres).Distinct().Order(StringComparer.Ordinal).Index().ToDictionary(genre => genre.Item, genre => genre.Index);
        var of = s_films.ToDictionary(film => film.Id, film => film.Genres.Select(genre => genres[genre]).ToArray());
        var all = new double[genres.Count];
        foreach (var rating in s_ratings) foreach (var genre in of[rating.MovieId]) all[genre]++;
        var points = s_ratings.Where(rating => rating.Person < count).GroupBy(rating => rating.Person).OrderBy(person => person.Key).Select(person =>
        {
            var (seen, liked, mean) = (new double[genres.Count], new double[genres.Count], person.Average(rating => rating.Halves));
            foreach (var rating in person)
            {
                foreach (var genre in of[rating.MovieId]) (seen[genre], liked[genre]) = (seen[genre] + 1, liked[genre] + rating.Halves - mean);
            }

            var (total, overall) = (seen.Sum(), all.Sum());
            return seen.Select((n, genre) => Math.Log((n + 20 * all[genre] / overall) / (total + 20) / (all[genre] / overall)))
                .Concat(liked.Select((sum, genre) => sum / (seen[genre] + 3))).ToArray();
        }).ToArray();
        for (var d = 0; d < points[0].Length; d++)
        {
            var mean = points.Average(point => point[d]);
            var spread = Math.Sqrt(points.Average(point => (point[d] - mean) * (point[d] - mean)));
            foreach (var point in points) point[d] = spread > 0 ? (point[d] - mean) / spread : 0;
        }

        return points;
    }
}
