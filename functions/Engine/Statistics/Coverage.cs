using Matinee.Engine.Facts;
using Matinee.Engine.Ratings;

namespace Matinee.Engine.Statistics;

/// <summary>How much is known, and of how much nothing is.</summary>
public sealed record Coverage
{
    /// <summary>How many people have rated anything.</summary>
    public required int People { get; init; }

    /// <summary>How many films anyone has rated.</summary>
    public required int Films { get; init; }

    /// <summary>How many ratings there are.</summary>
    public required int Ratings { get; init; }

    /// <summary>Which share of all pairs of those people and films has no rating.</summary>
    public required double Sparsity { get; init; }

    /// <summary>Which share of the catalogue anyone has rated; null where the catalogue is not known.</summary>
    public required double? CatalogueRated { get; init; }

    /// <summary>Which share of the films that were rated, the most rated first, has half of all ratings.</summary>
    public required double FilmsWithHalf { get; init; }

    /// <summary>How many films half of the people have rated, or more.</summary>
    public required int MedianOfPeople { get; init; }

    /// <summary>How many ratings half of the films have, or more.</summary>
    public required int MedianOfFilms { get; init; }

    /// <summary>How unevenly the ratings are spread over films (<see cref="Gini"/>).</summary>
    public required double GiniOfFilms { get; init; }

    /// <summary>How unevenly the ratings are spread over people.</summary>
    public required double GiniOfPeople { get; init; }

    internal static Coverage Of(Interactions ratings, KnownFacts facts, int[] ofPeople, int[] ofFilms)
    {
        var catalogue = facts.Films.Select(film => film.Id).ToHashSet();
        var pairs = (double)ratings.Users.Count * ratings.Items.Count;
        return new()
        {
            People = ratings.Users.Count,
            Films = ratings.Items.Count,
            Ratings = ratings.Count,
            Sparsity = pairs == 0 ? 0 : 1 - ratings.Count / pairs,
            CatalogueRated = catalogue.Count == 0 ? null : catalogue.Count(film => film <= int.MaxValue && ratings.Items.IndexOf((int)film) >= 0) / (double)catalogue.Count,
            FilmsWithHalf = ofFilms.Length == 0 ? 0 : Half(ofFilms) / (double)ofFilms.Length,
            MedianOfPeople = Median(ofPeople),
            MedianOfFilms = Median(ofFilms),
            GiniOfFilms = Gini.Of(ofFilms),
            GiniOfPeople = Gini.Of(ofPeople),
        };
    }

    static int Median(int[] counts) => counts.Length == 0 ? 0 : counts.OrderDescending().ElementAt((counts.Length - 1) / 2);

    static int Half(int[] counts)
    {
        var (left, films) = (counts.Sum(count => (long)count) / 2.0, 0);
        foreach (var count in counts.OrderDescending())
        {
            if (left <= 0) break;
            left -= count;
            films++;
        }

        return films;
    }
}
