using Matinee.Core.Catalog;
using Matinee.Core.Import;
using Matinee.Core.Ratings;
using Matinee.Core.Training;

namespace Matinee.Local.Seed.Community;

/// <summary>
/// People who do not exist and what they say of real films: the same every time. Everybody is of an <see cref="Archetype"/> and differs
/// from it; sees what is famous and what they will like rather than what they will not; and has a habit of giving stars.
/// </summary>
sealed class SimulatedCommunity
{
    const int PeopleAtOnce = 256;

    readonly CommunityOptions _options;
    readonly Stage _stage;

    public SimulatedCommunity(ImportSource source, IReadOnlyList<Movie> films, CommunityOptions options)
    {
        (Source, _options, _stage) = (source, options, new(films, options.Seed));
        People = Crowd.Draw(source, options.People, options.Seed);
    }

    public ImportSource Source { get; }

    /// <summary>Everybody, with the archetype that they were made of.</summary>
    public IReadOnlyList<SimulatedPerson> People { get; }

    /// <summary>All ratings, person by person, made as they are walked.</summary>
    public IEnumerable<SimulatedRating> Ratings()
    {
        for (var first = 0; first < People.Count; first += PeopleAtOnce)
        {
            var some = new SimulatedRating[Math.Min(PeopleAtOnce, People.Count - first)][];
            var start = first;
            // Each person has a random sequence of their own: who comes first makes no difference.
            Parallel.For(0, some.Length, () => new Watching(_stage, _options), (i, _, watching) =>
            {
                some[i] = watching.Of(start + i, People[start + i].Archetype);
                return watching;
            }, static _ => { });
            foreach (var person in some)
            {
                foreach (var rating in person) yield return rating;
            }
        }
    }

    /// <summary>The community as something to import.</summary>
    public ImportedSet ToSet(FilmCatalogue films, IProgress<ImportProgress>? progress = null, CancellationToken cancellation = default) =>
        new(Source, films, Updates(progress, cancellation))
        {
            People = () => [.. People.Select(person => person.Facts)],
            Reviews = _options.ReviewShare > 0 ? [.. Reviews()] : [],
        };

    IEnumerable<RatingUpdate> Updates(IProgress<ImportProgress>? progress, CancellationToken cancellation)
    {
        var (done, person) = (0L, -1);
        foreach (var rating in Ratings())
        {
            done++;
            if (rating.Person != person && (person = rating.Person) % PeopleAtOnce == 0)
            {
                cancellation.ThrowIfCancellationRequested();
                progress?.Report(new("Simulating ratings", (double)person / People.Count, done));
            }

            yield return new(
                People[rating.Person].Facts.UserId, rating.MovieId, rating.Halves / 2.0, DateTimeOffset.FromUnixTimeSeconds(rating.Time), 0);
        }
    }

    IEnumerable<ViewerRating> Reviews()
    {
        var films = _stage.Films.ToDictionary(film => film.Id);
        foreach (var rating in Ratings().Where(rating => rating.HasReview))
        {
            var time = DateTimeOffset.FromUnixTimeSeconds(rating.Time);
            yield return new()
            {
                UserId = People[rating.Person].Facts.UserId,
                MovieId = rating.MovieId,
                Stars = rating.Halves / 2.0,
                Review = ReviewText.For(films[rating.MovieId], rating, _options.Seed),
                RatedAt = time,
                Version = time.ToUnixTimeMilliseconds(),
                IsSimulated = true,
            };
        }
    }
}
