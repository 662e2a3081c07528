using System.Globalization;
using Matinee.Core.Blobs;
using Matinee.Core.Catalog;
using Matinee.Core.Models;
using Matinee.Core.Profiles;
using Matinee.Core.Ratings;

namespace Matinee.Core.Operations;

/// <summary>The database: one point read of something that is not there.</summary>
sealed class StoreHealth(IViewerMarks marks) : IHealthPart
{
    const string Nobody = "health";

    public string Name => "store";

    public async Task<HealthState> CheckAsync(CancellationToken cancellation)
    {
        await marks.FindAsync(Nobody, cancellation).ConfigureAwait(false);
        return new(HealthLevel.Ok);
    }
}

/// <summary>The blobs: one small read. While they are away, the model that was loaded serves, or popular films where none was; no other can follow.</summary>
sealed class BlobHealth(IBlobs blobs) : IHealthPart
{
    const string Nothing = "health.json";

    public string Name => "blobs";

    public bool IsEssential => false;

    public async Task<HealthState> CheckAsync(CancellationToken cancellation)
    {
        await blobs.ReadAsync(Nothing, null, cancellation).ConfigureAwait(false);
        return new(HealthLevel.Ok);
    }
}

/// <summary>The catalogue in memory, which is loaded where it is not.</summary>
sealed class CatalogueHealth(Catalogue catalogue) : IHealthPart
{
    public string Name => "catalogue";

    public async Task<HealthState> CheckAsync(CancellationToken cancellation)
    {
        var films = (await catalogue.ViewAsync(cancellation).ConfigureAwait(false)).Movies.Length;
        return films == 0 ? new(HealthLevel.Degraded, "No films yet.") : new(HealthLevel.Ok, $"{films} films.");
    }
}

/// <summary>The model in service: without one, lists are not personal, but there are lists.</summary>
sealed class ModelPart(IModelStore models, ModelInService served, TimeProvider clock) : IHealthPart
{
    public string Name => "model";

    public bool IsEssential => false;

    public async Task<HealthState> CheckAsync(CancellationToken cancellation)
    {
        var current = await models.CurrentAsync(null, cancellation).ConfigureAwait(false);
        if (current?.Version is not { } version) return new(HealthLevel.Degraded, "No model yet.");
        var age = clock.GetUtcNow() - version.Published;
        var told = $"{version}, {Math.Max(0, age.TotalHours):0.0} hours old.";
        // The reason is in the log; it may name places that are nobody's business.
        return served.Health is { Error: not null } health
            ? new(HealthLevel.Degraded, $"{told} It could not be loaded here; {health.Version?.ToString() ?? "none"} serves.")
            : new(HealthLevel.Ok, told);
    }
}

/// <summary>The change feed of the ratings: while it is behind, counts and popular films are old, and nothing else is.</summary>
sealed class FeedHealth(FeedProgress progress) : IHealthPart
{
    // Ratings are counted within seconds; a minute is no burst any more.
    static readonly TimeSpan s_late = TimeSpan.FromMinutes(1);

    public string Name => "ratingsFeed";

    public Task<HealthState> CheckAsync(CancellationToken cancellation)
    {
        var lag = progress.Lag;
        var told = string.Create(CultureInfo.InvariantCulture, $"{lag.TotalSeconds:0} s behind.");
        return Task.FromResult(new HealthState(lag > s_late ? HealthLevel.Degraded : HealthLevel.Ok, told));
    }
}
