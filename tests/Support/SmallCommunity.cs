using Matinee.Core.Training;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Matinee.Tests.Support;

/// <summary>People enough to train on, and trainers that are quick.</summary>
static class SmallCommunity
{
    public const int People = 40;

    public static void TrainFast(IServiceCollection services) =>
        services
            .Replace(ServiceDescriptor.Singleton(new TrainingPlan
            {
                Candidates = [StandardCandidates.Als(new() { Factors = 4, Epochs = 3, BlockSize = 4 }), StandardCandidates.Factorization(new() { Factors = 2, Epochs = 3 })],
                // What is no worse serves at once, and nothing is searched.
                Gate = new() { FreshForDays = 0 },
                SearchShare = 0,
            }))
            .Replace(ServiceDescriptor.Singleton(new TrainingOptions
            {
                Lists = new() { Bootstrap = new() { Resamples = 100 } },
                Stars = new() { Bootstrap = new() { Resamples = 100 } },
            }));

    /// <summary>Ratings without documents, as an import brings them.</summary>
    /// <param name="snapshots">Where to.</param>
    /// <param name="firstFilm">The least id of the films.</param>
    /// <param name="people">How many people.</param>
    /// <param name="films">How many films; everybody rates twelve of them.</param>
    public static Task ImportAsync(SnapshotStore snapshots, int firstFilm = 0, int people = People, int films = 30)
    {
        var start = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var ratings =
            from person in Enumerable.Range(0, people)
            from i in Enumerable.Range(0, 12)
            select new RatingUpdate($"sim:{person}", firstFilm + (person * 7 + i * 4 + person % 2) % films, 1 + (person + i * i) % 9 * 0.5, start.AddMinutes(i * people + person), 0);
        return snapshots.ImportAsync(ratings);
    }
}
