using Matinee.Api.Recommendations;
using Matinee.Azure.Settings;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Matinee.Api.Http;

/// <summary>What the functions need besides the product's rules.</summary>
public static class ApiServices
{
    /// <summary>Adds it, as settings say.</summary>
    public static IServiceCollection AddApi(this IServiceCollection services, MatineeSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return services.AddSingleton(new RequestLimitOptions(settings.RequestsPerMinute)).AddSingleton(new SiteOrigins(settings.SiteOrigins)).AddApi();
    }

    /// <summary>Adds it.</summary>
    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.TryAddSingleton(new RequestLimitOptions());
        services.TryAddSingleton(new SiteOrigins([]));
        services.TryAddSingleton(new AdmissionOptions());
        services.AddSingleton<Admission>();
        services.AddSingleton<RequestLimits>();
        services.AddSingleton<Callers>();
        services.AddSingleton<FunctionGate>();
        services.AddSingleton<KeptAnswers>();
        return services.Configure<JsonOptions>(json => ApiJson.Create(json.SerializerOptions));
    }
}
