using System.Collections.Frozen;
using Matinee.Core.Ratings;
using Matinee.Core.Training.Runs;
using Matinee.Engine.Facts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Matinee.Core.Training;

/// <summary>Retraining and what it needs.</summary>
static class TrainingServices
{
    public static void AddTraining(this IServiceCollection services)
    {
        services.TryAddSingleton(new SnapshotOptions());
        services.TryAddSingleton(new TrainingOptions());
        services.TryAddSingleton(new TrainingPlan());
        // Where no people file is kept, imported people are known by their ratings alone.
        IReadOnlyDictionary<string, PersonFacts> nobody = FrozenDictionary<string, PersonFacts>.Empty;
        services.TryAddSingleton<ImportedPeople>(_ => Task.FromResult(nobody));
        services.TryAddSingleton<RatingsFeed>();
        services
            .AddSingleton<SnapshotStore>()
            .AddSingleton<TrainingInputs>()
            .AddSingleton<RunHistory>()
            .AddSingleton<RetrainModels>()
            .AddSingleton<BackgroundRetraining>()
            .AddHostedService(static services => services.GetRequiredService<BackgroundRetraining>());
    }
}
