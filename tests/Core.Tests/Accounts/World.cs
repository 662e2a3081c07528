using Matinee.Core.Accounts;
using Matinee.Core.Ratings;
using Matinee.Core.Recommendations;
using Microsoft.Extensions.Logging.Abstractions;

namespace Matinee.Core.Tests.Accounts;

/// <summary>All that accounts need, in memory.</summary>
sealed class World : IForget, IFirstPage, IDisposable
{
    public const string Password = "three unrelated words";
    public const string Address = "192.0.2.1";

    public World(SignInLimits? limits = null)
    {
        Users = new(Steps);
        Logins = new(Steps);
        SessionStore = new(Steps);
        Ratings = new(Steps);
        Shelf = new(Steps);
        Reviews = new(Steps);
        Sessions = new(SessionStore, Shelf, Clock);
        Throttle = new(limits ?? new() { Registrations = 1000 }, Clock);
        Feed = new(Reviews, Reviews, Reviews, Clock);
        var removal = new RemoveRating(new(Ratings), new(this, Shelf, NullLogger<FirstPageWatch>.Instance), Clock);
        Departure = new(Users, Logins, Sessions, Ratings, removal, Feed, Reviews, Shelf, Shelf, this, Clock);
        Registration = new(Users, Logins, Passwords, Throttle, Clock);
        SignIn = new(Users, Logins, Sessions, Passwords, Throttle, Departure);
        PasswordChange = new(new(Users), Sessions, Passwords, Throttle, Clock);
    }

    public Steps Steps { get; } = new();

    public TestClock Clock { get; } = new();

    public MemoryUsers Users { get; }

    public MemoryLogins Logins { get; }

    public MemorySessions SessionStore { get; }

    public MemoryRatings Ratings { get; }

    public MemoryShelf Shelf { get; }

    public MemoryReviews Reviews { get; }

    public RatingsFeed Feed { get; }

    public Passwords Passwords { get; } = new(new() { Iterations = PasswordOptions.MinIterations });

    public SignInThrottle Throttle { get; }

    public Sessions Sessions { get; }

    public Registration Registration { get; }

    public SignIn SignIn { get; }

    public PasswordChange PasswordChange { get; }

    public Departure Departure { get; }

    public HashSet<string> Forgotten { get; } = [];

    public Task<User> RegisterAsync(string name = "zoe", string password = Password) => Registration.RegisterAsync(new(name, password, []), Address);

    public Task<StartedSession> SignInAsync(string name = "zoe", string password = Password) => SignIn.SignInAsync(name, password, "phone", Address);

    public async ValueTask ForgetAsync(string userId, CancellationToken cancellation)
    {
        await Steps.WriteAsync("model");
        Forgotten.Add(userId);
    }

    public ValueTask<FirstPage?> OfAsync(string userId, CancellationToken cancellation) => default;

    public void Dispose() => Passwords.Dispose();
}

sealed class TestClock : TimeProvider
{
    DateTimeOffset _now = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => _now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => _now.Ticks;

    public void Advance(TimeSpan by) => _now += by;
}
