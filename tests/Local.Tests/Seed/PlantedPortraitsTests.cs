using Matinee.Core.Catalog;
using Matinee.Core.Import;
using Matinee.Engine.Facts;
using Matinee.Engine.Portraits;
using Matinee.Engine.Ratings;
using Matinee.Engine.Statistics;
using Matinee.Engine.Training;
using Matinee.Local.Seed;
using Matinee.Local.Seed.Community;

namespace Matinee.Local.Tests.Seed;

public class PlantedPortraitsTests
{
    static readonly DateTimeOffset s_until = new(2026, 11, 21, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Fit_OnTheSimulatedCommunity_FindsTheArchetypesThatItWasMadeOf()
    {
        List<Movie> films = [.. BundledCatalogue.Films().Select(film => film.ToMovie())];
        var community = new SimulatedCommunity(ImportSource.Community, films, new() { Until = s_until });
        var ratings = Interactions.From(community.Ratings().Select(rating => new Rating(rating.Person, rating.MovieId, rating.Halves / 2f, rating.Time)));
        var facts = new KnownFacts(
            films.Select(film => new FilmFacts(film.Id) { Year = film.Year ?? 0, Title = film.Title, Genres = film.Genres }),
            community.People.Select((person, number) => KeyValuePair.Create((long)number, person.Facts.ToFacts())));

        var model = new PortraitsTrainer(facts).Fit(ratings, new TrainingRun { Threads = 2 });

        var found = new int[ratings.Users.Count];
        for (var user = 0; user < found.Length; user++)
            found[user] = model.PortraitOf(ratings.OfUser(user).ToOwn(), facts.OfPerson(ratings.Users[user]))!.Portrait;
        int[] planted = [.. ratings.Users.Ids.ToArray().Select(person => community.People[person].Archetype)];
        var agreement = AdjustedRand.Of(planted, found);
        Assert.True(agreement >= 0.8, $"adjusted Rand index {agreement:0.000} with {model.Portraits.Count} portraits: {string.Join(", ", model.Portraits.Select(portrait => $"{portrait.Name} ({portrait.Size})"))}");
    }
}
