using Matinee.Core.Ratings;
using Microsoft.Extensions.DependencyInjection;

namespace Matinee.Core.Operations;

/// <summary>What operators see and do.</summary>
static class OperationServices
{
    public static void AddOperations(this IServiceCollection services) =>
        services
            .AddSingleton<IHealthPart, StoreHealth>()
            .AddSingleton<IHealthPart, BlobHealth>()
            .AddSingleton<IHealthPart, CatalogueHealth>()
            .AddSingleton<IHealthPart, ModelPart>()
            .AddSingleton<FeedProgress>()
            .AddSingleton<IHealthPart, FeedHealth>()
            .AddSingleton<Readiness>()
            .AddSingleton<OperateModels>();
}
