namespace Matinee.Engine.Portraits;

/// <summary>A kind of viewer: people of like taste, and what they have in common.</summary>
public sealed record Portrait
{
    /// <summary>A portrait of fewer people shows nothing of them but how many they are.</summary>
    public const int MinPeople = 20;

    /// <summary>Stays the same from training to training while the portrait stays near where it was; never given to another one.</summary>
    public required int Id { get; init; }

    /// <summary>A short name, unlike those of the other portraits.</summary>
    public required string Name { get; init; }

    /// <summary>What its people have in common, in sentences.</summary>
    public required string Summary { get; init; }

    /// <summary>How many people it was made of.</summary>
    public required int Size { get; init; }

    /// <summary>Which share of all those that is.</summary>
    public required double Share { get; init; }

    /// <summary>Is it of so few people that nothing more is told of it?</summary>
    public bool IsHidden => Size < MinPeople;

    /// <summary>Where it lies on the map of all portraits.</summary>
    public double X { get; init; }

    /// <summary>Where it lies on the map of all portraits.</summary>
    public double Y { get; init; }

    /// <summary>The mean of its people's mean stars; null where it is hidden.</summary>
    public double? MeanStars { get; init; }

    /// <summary>By how many stars its people rate above what their films get from others; below zero they are harsh.</summary>
    public double? Generosity { get; init; }

    /// <summary>How many films half of its people have rated, or more.</summary>
    public int? MedianRatings { get; init; }

    /// <summary>The mean age of those who told it, where enough did.</summary>
    public double? MeanAge { get; init; }

    /// <summary>The genres, those over-represented most first and those under-represented most last.</summary>
    public IReadOnlyList<GenreTaste> Genres { get; init; } = [];

    /// <summary>The decades, in order.</summary>
    public IReadOnlyList<DecadeTaste> Decades { get; init; } = [];

    /// <summary>The films that it likes most beyond what everybody likes.</summary>
    public IReadOnlyList<FavouriteFilm> Favourites { get; init; } = [];
}

/// <summary>What a portrait's people make of a genre.</summary>
/// <param name="Genre">The genre.</param>
/// <param name="Share">The share of their ratings that it has, a mean over people.</param>
/// <param name="Lift">That share over the one it has among all people: 2 is twice as much.</param>
/// <param name="Affinity">By how many stars they rate it above what its films, and they themselves, explain.</param>
public sealed record GenreTaste(string Genre, double Share, double Lift, double Affinity);

/// <summary>How much of a decade a portrait's people watch.</summary>
/// <param name="Decade">The decade, in words.</param>
/// <param name="Share">The share of their ratings that it has, a mean over people.</param>
/// <param name="Lift">That share over the one it has among all people.</param>
public sealed record DecadeTaste(string Decade, double Share, double Lift);

/// <summary>A film that a portrait likes.</summary>
/// <param name="Film">Its id.</param>
/// <param name="Title">Its title; empty where it is not known.</param>
/// <param name="LikedBy">The share of the portrait's people who rated it as one they like.</param>
/// <param name="Lift">That share over the one among all people.</param>
public sealed record FavouriteFilm(long Film, string Title, double LikedBy, double Lift);
