using Matinee.Core.Ratings;
using Matinee.Core.Recommendations;

namespace Matinee.Api.Tests.Accounts;

/// <summary>Recommends the first three films that a viewer has not rated; for who rated film 9, nothing but a failure.</summary>
sealed class PopularUnrated(IRatings ratings) : IFirstPage
{
    public async ValueTask<FirstPage?> OfAsync(string userId, CancellationToken cancellation)
    {
        var rated = (await ratings.AllAsync(userId, cancellation)).Select(one => one.MovieId).ToHashSet();
        if (rated.Contains(9)) throw new InvalidOperationException("The recommender is broken.");
        return new([.. Enumerable.Range(1, 9).Where(id => !rated.Contains(id)).Take(3)], "test-version");
    }
}
