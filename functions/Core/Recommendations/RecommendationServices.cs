using Matinee.Core.Models;
using Matinee.Core.Onboarding;
using Microsoft.Extensions.DependencyInjection;

namespace Matinee.Core.Recommendations;

/// <summary>The model in service, and all that is recommended by it.</summary>
static class RecommendationServices
{
    public static void AddRecommendations(this IServiceCollection services) => services
        .AddSingleton<ErasedPeople>()
        .AddSingleton<ModelInService>()
        .AddHostedService<ModelWatch>()
        .AddSingleton<Stages>()
        .AddSingleton<Tastes>()
        .AddSingleton<Spectators>()
        .AddSingleton<RecommendationLists>()
        .AddSingleton<HomeRows>()
        .AddSingleton<PeopleRecommendations>()
        .AddSingleton<MyPortrait>()
        .AddSingleton<Explainer>()
        .AddSingleton<OnboardingMovies>()
        .AddSingleton<IFirstPage, FirstPages>()
        .AddSingleton<IPredictions, ModelPredictions>()
        .AddSingleton<ModelSimilarMovies>()
        .AddSingleton<IForget, ForgetPerson>();
}
