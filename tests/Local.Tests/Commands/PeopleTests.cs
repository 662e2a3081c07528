using System.IO.Compression;
using System.Text.Json.Nodes;
using Matinee.Core.Accounts;
using Matinee.Core.Catalog;
using Matinee.Core.Models;
using Matinee.Core.Profiles;
using Matinee.Core.Ratings;
using Matinee.Engine.Files;
using Matinee.Local.Commands;
using Matinee.Local.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Matinee.Local.Tests.Commands;

/// <summary>What an operator does for people who ask in writing: the same as they could on the site, told as clearly.</summary>
public sealed class PeopleTests : IDisposable
{
    const string Zoe = "Zoe@example.org";
    const string Review = "The diner, at last.";

    readonly TemporaryFolder _folder = new(inMemory: true);

    string Data => Path.Combine(_folder.Path, "data");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Delete_ByLoginName_LeavesNothingOfThemAndAllOfOthers()
    {
        var (zoe, max) = await FillAsync();
        var said = await CommandLine.DoneAsync("people", "delete", "zoe@EXAMPLE.org", "--yes", "--json", "--data", Data);

        Assert.Equal(zoe, (string)said.Json["id"]!);
        Assert.Equal("""{"sessions":1,"ratings":2,"reviews":1,"shelf":1,"logins":1,"users":1}""", said.Json["erased"]!.ToJsonString());
        Assert.Equal(["ratings", "reviews"], said.Json["remains"]!.AsArray().Select(one => (string)one!["container"]!));
        Assert.DoesNotContain("Zoe", said.Output + said.Errors, StringComparison.Ordinal);
        await WithAsync(async (store, _) =>
        {
            Assert.Null(await store.Stores.Users.FindAsync(zoe));
            Assert.Null(await store.Stores.Logins.FindAsync(Zoe));
            Assert.Empty(await store.Stores.Sessions.AllAsync(zoe));
            Assert.Empty(await store.Stores.Ratings.AllAsync(zoe));
            Assert.Empty(await store.Stores.Shelf.AllAsync(zoe));
            Assert.Empty((await store.Stores.Reviews.ListAsync(1, new())).Items);
            Assert.NotNull(await store.Stores.Users.FindAsync(max));
            Assert.Single(await store.Stores.Ratings.AllAsync(max));
            // As with DELETE /me: no instance compares anybody with them any more.
            Assert.Contains((await new ErasedPeople(store.Blobs, new ModelStore(store.Blobs, TimeProvider.System), TimeProvider.System).ReadAsync())!.People, person => person.UserId == zoe);
        });
        Assert.Equal(ExitCode.Wrong, (await CommandLine.RunAsync("people", "delete", Zoe, "--yes", "--data", Data)).Code);
    }

    [Fact]
    public async Task Delete_ById_TellsRowsModelAndWhenTheLastFileIsGone()
    {
        var (zoe, _) = await FillAsync();
        var version = await PublishAsync();
        var before = TimeProvider.System.GetUtcNow();
        var said = await CommandLine.DoneAsync("people", "delete", zoe, "--yes", "--data", Data);

        Assert.Matches(@"(?m)^ratings +2$", said.Output);
        Assert.Matches(@"(?m)^users +1$", said.Output);
        Assert.Contains($"The model in service, {version}, is served without them from now on.", said.Output, StringComparison.Ordinal);
        // Every night at three: the first one from now.
        var next = new DateTimeOffset(before.UtcDateTime.Date.AddHours(3), TimeSpan.Zero);
        Assert.Contains($"next retraining, {(next > before ? next : next.AddDays(1)):yyyy-MM-dd HH:mm}Z", said.Output, StringComparison.Ordinal);
        Assert.Contains("never knew them", said.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nobody@example.org")]
    [InlineData("0123456789abcdef0123456789abcdef")]
    [InlineData("no/body?")]
    public async Task People_Unknown_AreToldWithCodeTwo(string nobody)
    {
        await FillAsync();
        foreach (var arguments in (string[][])[["delete", nobody, "--yes"], ["export", nobody, Path.Combine(_folder.Path, "x.zip")]])
        {
            var said = await CommandLine.RunAsync(["people", .. arguments, "--data", Data]);
            Assert.Equal((ExitCode.Wrong, ""), (said.Code, said.Output.Trim()));
            Assert.Equal($"There is nobody with the login name or the id '{nobody}'. Nothing was done.", said.Errors.Trim());
        }
    }

    [Fact]
    public async Task Delete_WithoutYes_SaysWhoItWouldBeAndDeletesNothing()
    {
        var (zoe, _) = await FillAsync();
        var said = await CommandLine.RunAsync("people", "delete", Zoe, "--data", Data);
        Assert.Equal(ExitCode.Wrong, said.Code);
        Assert.Contains(zoe, said.Errors, StringComparison.Ordinal);
        Assert.Contains("2 ratings", said.Errors, StringComparison.Ordinal);
        Assert.Contains("--yes", said.Errors, StringComparison.Ordinal);
        await WithAsync(async (store, _) => Assert.Equal(2, (await store.Stores.Ratings.AllAsync(zoe)).Count));
    }

    [Fact]
    public async Task Delete_NameThatIsAnothersId_IsNotGuessed()
    {
        var (zoe, max) = await FillAsync();
        var thief = "";
        await WithAsync(async (_, services) => thief = (await services.GetRequiredService<Registration>().RegisterAsync(new(zoe, "three unrelated words", []), "here")).Id);
        var said = await CommandLine.RunAsync("people", "delete", zoe, "--yes", "--data", Data);
        Assert.Equal(ExitCode.Wrong, said.Code);
        Assert.Contains("is the login name of one and the id of another", said.Errors, StringComparison.Ordinal);
        await WithAsync(async (store, _) => Assert.All(await Task.WhenAll(new[] { zoe, max, thief }.Select(id => store.Stores.Users.FindAsync(id))), Assert.NotNull));

        Assert.Equal(thief, (string)(await CommandLine.DoneAsync("people", "delete", thief, "--yes", "--json", "--data", Data)).Json["id"]!);
        Assert.Equal(zoe, (string)(await CommandLine.DoneAsync("people", "delete", zoe, "--yes", "--json", "--data", Data)).Json["id"]!);
    }

    [Fact]
    public async Task Delete_WhatABrokenOffDeletionLeft_IsFoundById()
    {
        var (zoe, _) = await FillAsync();
        await WithAsync(async (store, _) =>
        {
            await store.Stores.Logins.ReleaseAsync(Zoe, zoe);
            await store.Stores.Users.RemoveAsync(zoe);
        });
        var said = await CommandLine.DoneAsync("people", "delete", zoe, "--yes", "--json", "--data", Data);
        Assert.Equal("""{"sessions":1,"ratings":2,"reviews":1,"shelf":1,"logins":0,"users":0}""", said.Json["erased"]!.ToJsonString());
    }

    [Fact]
    public async Task Export_Person_IsWhatTheyWouldGetAndNobodyElsesToRead()
    {
        await FillAsync();
        var file = Path.Combine(_folder.Path, "zoe.zip");
        var said = await CommandLine.DoneAsync("people", "export", Zoe, file, "--data", Data);
        Assert.Contains(file, said.Output, StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        await using (var zip = await ZipFile.OpenReadAsync(file, TestContext.Current.CancellationToken))
        {
            Assert.Equal(9, zip.Entries.Count);
            var account = await JsonNode.ParseAsync(await zip.GetEntry("account.json")!.OpenAsync(TestContext.Current.CancellationToken), cancellationToken: TestContext.Current.CancellationToken);
            Assert.Equal(Zoe, (string)account!["loginName"]!);
            var ratings = await JsonNode.ParseAsync(await zip.GetEntry("ratings.json")!.OpenAsync(TestContext.Current.CancellationToken), cancellationToken: TestContext.Current.CancellationToken);
            Assert.Equal([Review, null], ratings!.AsArray().OrderBy(one => (int)one!["movieId"]!).Select(one => (string?)one!["review"]));
        }

        // A file that is there may be somebody else's.
        Assert.Equal(ExitCode.Wrong, (await CommandLine.RunAsync("people", "export", Zoe, file, "--data", Data)).Code);
    }

    async Task<(string Zoe, string Max)> FillAsync()
    {
        Directory.CreateDirectory(Data);
        var (zoe, max) = ("", "");
        await WithAsync(async (store, services) =>
        {
            await store.Stores.Movies.SaveAsync([.. Enumerable.Range(1, 3).Select(static id => new Movie { Id = id, Title = $"Film {id}" })]);
            await services.GetRequiredService<Catalogue>().RefreshAsync();
            zoe = await JoinAsync(services, Zoe);
            max = await JoinAsync(services, "max");
            var rate = services.GetRequiredService<RateFilm>();
            await rate.RateManyAsync(zoe, [new(1, 4), new(2, 2)]);
            await rate.RateManyAsync(max, [new(1, 3)]);
            await services.GetRequiredService<ReviewFilm>().WriteAsync(zoe, 1, Review, null);
            await services.GetRequiredService<ViewerShelf>().PutAsync(zoe, ShelfKind.Watchlist, 3);
            await services.GetRequiredService<RatingsFeed>().ApplyAsync([RatingChange.Of((await store.Stores.Ratings.FindAsync(zoe, 1))!.Value)]);
        });
        return (zoe, max);
    }

    static async Task<string> JoinAsync(IServiceProvider services, string name)
    {
        var user = await services.GetRequiredService<Registration>().RegisterAsync(new(name, "three unrelated words", []), "here");
        await services.GetRequiredService<Sessions>().StartAsync(user.Id, "laptop");
        return user.Id;
    }

    async Task<string> PublishAsync()
    {
        var version = "";
        await WithAsync(async (_, services) =>
        {
            var models = services.GetRequiredService<IModelStore>();
            var file = new ModelFileWriter("test");
            file.AddValue("anything", 1);
            var data = new DataWatermark(null, TimeProvider.System.GetUtcNow(), 3, 2, 2);
            var published = await models.PublishAsync(file, new() { Kind = "test", Data = data, Seed = 1, GitCommit = "none" });
            await models.PromoteAsync(published.Version!, (await models.CurrentAsync())!);
            version = published.Version!.ToString();
        });
        return version;
    }

    async Task WithAsync(Func<Backend, IServiceProvider, Task> deed)
    {
        using var store = await Backend.OpenAsync(new() { Data = Data }, TimeProvider.System, NullLoggerFactory.Instance, CancellationToken.None);
        await using var services = store.CreateServices(NullLoggerFactory.Instance);
        await deed(store, services);
    }
}
