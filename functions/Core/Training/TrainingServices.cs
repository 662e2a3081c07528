using System.Text.Json.Nodes;
using Matinee.Core.Blobs;
using Matinee.Core.Import;
using Matinee.Core.Ratings;
using Matinee.Core.Training.Runs;
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
        services.TryAddSingleton(PlanOf);
        // Asked for when something is trained: a setting that can't be worked with must not keep the service from serving.
        services.TryAddSingleton(static all => new Lazy<TrainingPlan>(all.GetRequiredService<TrainingPlan>));
        services.TryAddSingleton<ImportedPeople>(static all =>
        {
            var blobs = all.GetRequiredService<IBlobs>();
            return cancellation => BulkImport.PeopleAsync(blobs, cancellation);
        });
        services.TryAddSingleton<RatingsFeed>();
        services
            .AddSingleton<SnapshotStore>()
            .AddSingleton<TrainingInputs>()
            .AddSingleton<RunHistory>()
            .AddSingleton<RetrainModels>()
            .AddSingleton<FactorImport>()
            .AddSingleton<BackgroundRetraining>()
            .AddHostedService(static services => services.GetRequiredService<BackgroundRetraining>());
    }

    static TrainingPlan PlanOf(IServiceProvider all)
    {
        var plan = TrainingSettings.PlanOf(Environment.GetEnvironmentVariable, [.. all.GetServices<TrainingCandidate>()]);
        return plan with { Recall = RecallOf([.. all.GetServices<CandidateRecall>()]) };
    }

    static Func<string, JsonObject, TrainingCandidate?> RecallOf(CandidateRecall[] others) => (name, parameters) =>
        StandardCandidates.Recall(name, parameters) ?? others.Select(recall => recall(name, parameters)).FirstOrDefault(static found => found is not null);
}
