using Matinee.Core.Accounts;
using Matinee.Core.Catalog;
using Matinee.Core.Insights;
using Matinee.Core.Models;
using Matinee.Core.Operations;
using Matinee.Core.Ratings;
using Matinee.Core.Recommendations;
using Matinee.Core.Training;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Matinee.Core;

/// <summary>The product's rules, for whichever host serves them; the stores and blobs are the host's to bring.</summary>
public static class MatineeServices
{
    /// <summary>Adds them all.</summary>
    public static IServiceCollection AddMatinee(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<CatalogueSnapshots>();
        services.AddSingleton<Catalogue>();
        services.TryAddSingleton<CatalogueRefreshOptions>();
        services.AddSingleton<CatalogueRefresh>();
        services.AddHostedService(static all => all.GetRequiredService<CatalogueRefresh>());
        services.AddSingleton<IFiguresChanged>(static all => all.GetRequiredService<CatalogueRefresh>());
        services.AddSingleton<IModelChanged>(static all => all.GetRequiredService<ModelInService>());
        // After it, so that nothing is deleted that is still to be taken out of service.
        services.AddSingleton<IModelChanged>(static all => all.GetRequiredService<ErasedPeople>());
        services.AddSingleton<MovieForViewer>();
        services.AddSingleton<MovieReviews>();
        services.AddSingleton<IModelStore, ModelStore>();
        services.AddRecommendations();
        services.AddAccounts();
        services.AddTraining();
        services.AddOperations();
        services.AddSingleton<InsightsInService>();
        return services;
    }
}
