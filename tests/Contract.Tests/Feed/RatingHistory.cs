using System.Text.Json;
using Matinee.Azure.Cosmos;
using Matinee.Azure.Cosmos.Documents;
using Matinee.Core.Ratings;

namespace Matinee.Contract.Tests.Feed;

/// <summary>What a crowd does to its ratings: gives, changes, reviews, removes, and gives again.</summary>
sealed class RatingHistory(int seed, int users, int movies)
{
    readonly Random _random = new(seed);
    readonly Dictionary<(string User, int Movie), ViewerRating> _current = [];

    /// <summary>No rating is later.</summary>
    public static DateTimeOffset Now { get; } = new(2025, 11, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>The ratings as they are now, removed ones included.</summary>
    public IReadOnlyCollection<ViewerRating> Current => _current.Values;

    public int Movies => movies;

    /// <summary>The next thing that somebody does.</summary>
    public ViewerRating Next()
    {
        var key = ($"user-{_random.Next(users)}", _random.Next(movies));
        var before = _current.GetValueOrDefault(key);
        // Most are of the last two months, some of years ago.
        var at = Now.AddHours(-(_random.Next(10) == 0 ? _random.Next(24 * 9_000) : _random.Next(24 * 60)));
        var version = (before?.Version ?? 0) + _random.Next(1, 4);
        var fresh = new ViewerRating { UserId = key.Item1, MovieId = key.Item2, Stars = _random.Next(1, 11) / 2.0, RatedAt = at, Version = version };
        return _current[key] = (before, _random.Next(10)) switch
        {
            (null or { IsRemoved: true }, < 9) => fresh,
            (null or { IsRemoved: true }, _) => fresh with { Stars = null },
            (_, < 3) => fresh with { Stars = null },
            (_, < 6) => before with { Review = $"text {version}", Version = version },
            (_, 6) => before with { Review = null, Version = version },
            _ => fresh with { Review = before.Review },
        };
    }

    /// <summary>The document as the feed delivers it.</summary>
    public static JsonElement Document(ViewerRating rating) => JsonSerializer.SerializeToElement(RatingDocument.Of(rating), CosmosJson.Default.RatingDocument);
}
