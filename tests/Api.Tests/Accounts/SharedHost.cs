using Matinee.Api.Tests.Hosting;
using Matinee.Core.Accounts;
using Matinee.Core.Catalog;
using Microsoft.Extensions.DependencyInjection;

namespace Matinee.Api.Tests.Accounts;

/// <summary>One host for all tests of a class, each with people of its own; films 1 to 9.</summary>
public sealed class SharedHost : IAsyncLifetime
{
    int _people;

    public MatineeHost Host { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Host = await People.StartAsync(services => services
            .AddSingleton(new SignInLimits { Registrations = SignInLimits.MaxAttempts })
            .AddSingleton<Core.Recommendations.IFirstPage>(static all => new PopularUnrated(all.GetRequiredService<Core.Ratings.IRatings>())));
        await Host.SaveAsync([.. Enumerable.Range(1, 9).Select(id => new Movie
        {
            Id = id,
            Title = id switch { 1 => "Heat", 2 => "The Heat, Again", 3 => "Le Fabuleux Destin", _ => $"Film {id}" },
            OriginalTitle = id == 3 ? "Amélie" : null,
            Year = 1990 + id,
            Genres = [id % 2 == 0 ? "Comedy" : "Drama"],
            ImdbId = $"tt000000{id}",
        })]);
    }

    /// <summary>A person that no other test knows.</summary>
    public Task<HttpClient> JoinAsync() => Host.JoinAsync($"person{Interlocked.Increment(ref _people)}");

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
