using Matinee.Azure.Cosmos;
using Matinee.Core.Accounts;
using Matinee.Core.Catalog;
using Matinee.Local.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace Matinee.Faults.Tests.Support;

/// <summary>Fills a data folder, and looks into it while nobody serves it.</summary>
static class DataFolder
{
    public const int Films = 40;

    /// <summary>Films 1 to 40 and some viewers with a session each; gives their tokens.</summary>
    public static async Task<IReadOnlyList<Viewer>> FillAsync(string folder, int viewers)
    {
        using var backend = await OpenAsync(folder);
        return await FillAsync(backend.Stores, viewers);
    }

    public static async Task<IReadOnlyList<Viewer>> FillAsync(CosmosStores stores, int viewers, TimeProvider? clock = null)
    {
        await stores.Movies.SaveAsync([.. Enumerable.Range(1, Films).Select(static id => new Movie { Id = id, Title = $"Film {id}", Year = 1950 + id, Genres = [id % 2 == 0 ? "Comedy" : "Drama"] })]);
        var sessions = new Sessions(stores.Sessions, stores.ViewerMarks, clock ?? TimeProvider.System);
        var made = new List<Viewer>();
        for (var i = 0; i < viewers; i++)
        {
            var id = $"viewer{i}";
            await stores.Users.SaveAsync(new() { Id = id, LoginName = id, PasswordHash = "none", CreatedAt = (clock ?? TimeProvider.System).GetUtcNow() }, null);
            made.Add(new(id, (await sessions.StartAsync(id, "fault test")).Token));
        }

        return made;
    }

    public static Task<Backend> OpenAsync(string folder) =>
        Backend.OpenAsync(new() { Data = folder }, TimeProvider.System, NullLoggerFactory.Instance, CancellationToken.None);
}

/// <summary>Somebody who is signed in.</summary>
sealed record Viewer(string UserId, string Token);
