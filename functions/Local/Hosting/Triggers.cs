using Microsoft.Extensions.DependencyInjection;

namespace Matinee.Local.Hosting;

/// <summary>What calls functions without HTTP.</summary>
static class Triggers
{
    public static IServiceCollection AddTriggers(this IServiceCollection services, ServeOptions options)
    {
        services.AddSingleton(new TriggerSettings(options.Settings)).AddHostedService<FeedHost>();
        // The one timer there is trains.
        return options.NoTrain ? services : services.AddSingleton<TimerTimes>().AddHostedService<TimerHost>();
    }
}
