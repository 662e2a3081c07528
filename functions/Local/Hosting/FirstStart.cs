using Matinee.Core.Catalog;
using Matinee.Core.Import;
using Matinee.Core.Models;
using Matinee.Core.Training;
using Matinee.Local.Seed;
using Microsoft.Extensions.DependencyInjection;

namespace Matinee.Local.Hosting;

/// <summary>Makes an empty data folder into a service that is worth looking at: films, a community, a demo account, a trained model.</summary>
sealed class FirstStart(IServiceProvider services, ServeOptions options)
{
    /// <summary>Does what is missing; nothing at later starts. True if the demo account was made just now.</summary>
    public async Task<bool> RunAsync(IProgress<ImportProgress> progress, CancellationToken cancellation)
    {
        var isSeeded = options.Backend.Cosmos is null && !options.IsEmpty && await SeedAsync(progress, cancellation);
        if (!options.NoTrain) await TrainAsync(progress, cancellation);
        return isSeeded;
    }

    async Task<bool> SeedAsync(IProgress<ImportProgress> progress, CancellationToken cancellation)
    {
        var backend = services.GetRequiredService<Backend>();
        var seed = new FirstRun(options.Clock);
        var before = await FirstRun.BeforeAsync(backend.Import, cancellation);
        if (before?.Completed is not null) return false;
        // Films that an operator brought stay alone: nobody who has imported a set wants strangers who don't exist in it.
        if (before is null && (await services.GetRequiredService<Catalogue>().ViewAsync(cancellation)).Movies.Length > 0) return false;
        await seed.RunAsync(backend.Stores.Movies, backend.Import, progress, cancellation);
        progress.Report(new("Making the demo account", null));
        await ActivatorUtilities.CreateInstance<DemoAccount>(services).CreateAsync(cancellation);
        return true;
    }

    async Task TrainAsync(IProgress<ImportProgress> progress, CancellationToken cancellation)
    {
        if ((await services.GetRequiredService<IModelStore>().CurrentAsync(null, cancellation))?.Version is not null) return;
        if (await services.GetRequiredService<SnapshotStore>().OpenAsync(null, cancellation) is not { Count: > 0 }) return;
        await services.GetRequiredService<RetrainModels>().RunAsync(progress: new TrainingStages(progress), cancellation: cancellation);
    }
}
