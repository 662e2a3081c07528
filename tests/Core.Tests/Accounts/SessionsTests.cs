using Matinee.Core.Accounts;

namespace Matinee.Core.Tests.Accounts;

public sealed class SessionsTests : IDisposable
{
    const string User = "user1";

    readonly World _world = new();
    readonly Sessions _other;

    public SessionsTests() => _other = new(_world.SessionStore, _world.Shelf, _world.Clock);

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task Find_SameMark_ReadsTheSessionOnce()
    {
        var token = await StartAsync();

        var found = (await _world.Sessions.FindAsync(token), await _world.Sessions.FindAsync(token));

        Assert.Equal(found.Item1, found.Item2);
        Assert.Equal(User, found.Item1!.Session.UserId);
        Assert.Equal(await _world.Shelf.FindAsync(User, default), found.Item1.Mark);
        Assert.Single(_world.Steps.Log, "read sessions");
    }

    [Fact]
    public async Task Find_NoMark_ReadsTheSessionEveryTime()
    {
        var token = (await _world.Sessions.StartAsync(User, null)).Token;

        Assert.Equal("", (await _world.Sessions.FindAsync(token))!.Viewer.Mark);
        Assert.NotNull(await _world.Sessions.FindAsync(token));

        Assert.Equal(2, _world.Steps.Log.Count(static step => step == "read sessions"));
    }

    [Fact]
    public async Task Find_EndedOnAnotherInstance_IsOverAtOnce()
    {
        foreach (var end in (Func<string, Task>[])
        [
            id => _world.Sessions.EndAsync(User, id),
            _ => _world.Sessions.EndAllAsync(User),
            async _ =>
            {
                await _world.Shelf.RemoveAsync(User, default);
                await _world.Sessions.EraseAsync(User);
            },
        ])
        {
            var token = await StartAsync();
            var session = (await _other.FindAsync(token))!.Session;
            Assert.NotNull(await _other.FindAsync(token));

            await end(session.Id);

            Assert.Null(await _other.FindAsync(token));
            Assert.Null(await _world.Sessions.FindAsync(token));
        }
    }

    [Fact]
    public async Task Find_OthersEnded_StaysSignedIn()
    {
        var (kept, ended) = (await StartAsync(), await StartAsync());
        var session = (await _other.FindAsync(kept))!.Session;
        await _other.FindAsync(ended);

        await _world.Sessions.EndAllAsync(User, session.Id);

        Assert.Equal(session, (await _other.FindAsync(kept))!.Session);
        Assert.Null(await _other.FindAsync(ended));
    }

    [Fact]
    public async Task Find_EndingWasCutOffBeforeTheMark_IsOverAfterAWhile()
    {
        var token = await StartAsync();
        var session = (await _other.FindAsync(token))!.Session;
        _world.Steps.CrashBefore(1);
        await Assert.ThrowsAsync<CrashException>(() => _world.Sessions.EndAsync(User, session.Id));
        _world.Steps.Calm();

        // Being used does not keep it alive.
        _world.Clock.Advance(Sessions.Longest - TimeSpan.FromSeconds(1));
        Assert.NotNull(await _other.FindAsync(token));
        _world.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Null(await _other.FindAsync(token));
    }

    [Fact]
    public async Task Find_KeptBeyondItsEnd_IsOver()
    {
        var token = await StartAsync();
        var session = Assert.Single(_world.SessionStore.All.Values);
        _world.SessionStore.All[session.Id] = session with { ExpiresAt = _world.Clock.GetUtcNow().AddSeconds(30) };
        Assert.NotNull(await _world.Sessions.FindAsync(token));
        _world.SessionStore.All.Clear();
        Assert.NotNull(await _world.Sessions.FindAsync(token));

        _world.Clock.Advance(TimeSpan.FromSeconds(30));

        Assert.Null(await _world.Sessions.FindAsync(token));
    }

    [Fact]
    public async Task Find_NextDay_RenewsOnce()
    {
        var token = await StartAsync();
        await _world.Sessions.FindAsync(token);
        _world.Clock.Advance(TimeSpan.FromDays(1));
        _world.Steps.Log.Clear();

        var renewed = await _world.Sessions.FindAsync(token);

        Assert.Equal(renewed, await _world.Sessions.FindAsync(token));
        Assert.Equal(_world.Clock.GetUtcNow(), renewed!.Session.UsedAt);
        Assert.Single(_world.Steps.Log, "write sessions");
    }

    // Of somebody who has changed something already.
    async Task<string> StartAsync()
    {
        await _world.Shelf.TouchAsync(User, default);
        var started = await _world.Sessions.StartAsync(User, "phone");
        return started.Token;
    }
}
