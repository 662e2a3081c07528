using System.CommandLine;
using Matinee.Core.Import;
using Matinee.Local.Import;
using Matinee.Local.Seed.Community;

namespace Matinee.Local.Commands;

/// <summary><c>matinee fake-users</c>: as many simulated people as are asked for.</summary>
static class FakeUsersCommand
{
    const double DefaultMean = 40;

    public static Command Create()
    {
        var count = new Argument<int>("count") { Description = $"How many people, up to {CommunityOptions.MaxPeople:N0}; they take the place of those before." };
        var mean = new Option<double>("--ratings") { Description = "How many ratings they give in the mean.", DefaultValueFactory = _ => DefaultMean };
        var seed = new Option<ulong>("--seed") { Description = "Another seed makes other people.", DefaultValueFactory = _ => CommunityOptions.DefaultSeed + 1 };
        var command = new Command("fake-users", "Add simulated people who rate the films that are there. To be rid of them: matinee import remove fake-users") { count, mean, seed };
        StoreCommand.SetFilling(command, async deed =>
        {
            var options = new CommunityOptions
            {
                People = deed.Parsed.GetRequiredValue(count),
                MeanRatings = deed.Parsed.GetRequiredValue(mean),
                Seed = deed.Parsed.GetRequiredValue(seed),
                ReviewShare = 0,
                Until = TimeProvider.System.GetUtcNow().UtcDateTime.Date,
            };
            var films = await FilmCatalogue.LoadAsync(deed.Store.Stores.Movies, deed.Store.Blobs, ImportSource.FakeUsers, deed.Cancellation);
            var community = new SimulatedCommunity(ImportSource.FakeUsers, [.. films.Films], options);
            await ImportCommand.RunAsync(deed, community.ToSet(films, deed.Progress, deed.Cancellation), isDryRun: false, new Problems());
        });
        return command;
    }
}
