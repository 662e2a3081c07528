using Matinee.Core.Ratings;
using Matinee.Engine.Facts;

namespace Matinee.Core.Recommendations;

/// <summary>All that recommending goes by of one viewer.</summary>
public sealed record Taste
{
    /// <summary>Nothing is known.</summary>
    public static Taste Unknown { get; } = new();

    /// <summary>What they have rated, in no order.</summary>
    public IReadOnlyList<RatedMovie> Ratings { get; init; } = [];

    /// <summary>Films they have seen or are not interested in.</summary>
    public IReadOnlyCollection<int> PutAside { get; init; } = [];

    /// <summary>Genres they say they like.</summary>
    public IReadOnlyList<string> FavouriteGenres { get; init; } = [];

    /// <summary>What they have told of themselves and agreed to have used.</summary>
    public PersonFacts Person { get; init; } = PersonFacts.Unknown;

    /// <summary>They agree to be told which kind of viewer they are.</summary>
    public bool WantsPortrait { get; init; }

    /// <summary>The same as if some films had never been rated. They stay out of lists all the same: they are seen.</summary>
    public Taste NotBecauseOf(IReadOnlyCollection<int> movieIds)
    {
        ArgumentNullException.ThrowIfNull(movieIds);
        if (movieIds.Count == 0) return this;
        var left = movieIds.ToHashSet();
        return this with
        {
            Ratings = [.. Ratings.Where(rating => !left.Contains(rating.MovieId))],
            PutAside = [.. PutAside.Concat(Ratings.Select(rating => rating.MovieId).Where(left.Contains)).Distinct()],
        };
    }
}
