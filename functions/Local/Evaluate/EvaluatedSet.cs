using Matinee.Core.Catalog;
using Matinee.Core.Import;
using Matinee.Core.Training;
using Matinee.Engine.Facts;
using Matinee.Engine.Ratings;
using Matinee.Local.Hosting;
using Matinee.Local.Import;
using Matinee.Local.Import.MovieLens;
using Matinee.Local.Import.Sources;
using Microsoft.Extensions.DependencyInjection;

namespace Matinee.Local.Evaluate;

/// <summary>What models are compared on.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Ratings">The ratings.</param>
/// <param name="Facts">What is known besides.</param>
/// <param name="Problems">What of it could not be read.</param>
sealed record EvaluatedSet(string Name, Interactions Ratings, KnownFacts Facts, Problems Problems)
{
    const string StoreName = "the store";

    /// <summary>What the store holds, of those who agree that others have the use of it.</summary>
    public static async Task<EvaluatedSet> OfStoreAsync(IServiceProvider services, IProgress<ImportProgress> progress, CancellationToken cancellation)
    {
        var data = await services.GetRequiredService<TrainingInputs>()
            .ReadAsync(services.GetRequiredService<TrainingPlan>(), new TrainingStages(progress), cancellation);
        return new(StoreName, data.Ratings, data.Facts, new());
    }

    /// <summary>A data set as it lies there; nothing is imported.</summary>
    public static async Task<EvaluatedSet> OfFilesAsync(string location, IProgress<ImportProgress> progress, CancellationToken cancellation)
    {
        using var files = await InputLocation.OpenAsync(location, new(), progress, cancellation);
        var (source, problems) = (ImportSource.Named(InputLocation.SourceNameOf(files)), new Problems());
        var set = new MovieLensImport(files, source, problems, TimeProvider.System).Open(new([]), progress, cancellation);
        var builder = new RatingSnapshotBuilder(RatingSnapshot.Empty);
        foreach (var rating in set.Ratings) builder.Add(rating, cancellation);
        var snapshot = builder.Build(null, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, cancellation);
        var people = set.People().Select(person => KeyValuePair.Create((long)snapshot.Users.NumberOf(person.UserId), person.ToFacts()));
        var facts = new KnownFacts(set.Films.Films.Select(MovieFacts.Of), people.Where(static person => person.Key >= 0));
        return new(files.Name, snapshot.ToInteractions(cancellation: cancellation), facts, problems);
    }
}
