using Matinee.Engine.Facts;
using Matinee.Engine.Ratings;

namespace Matinee.Engine.Statistics;

/// <summary>What a genre was to people in the ratings of one year, or of all years.</summary>
/// <param name="Genre">The genre.</param>
/// <param name="Year">The year that the ratings were given in; null for all years, ratings of an unknown time among them.</param>
/// <param name="Ratings">How many ratings its films got.</param>
/// <param name="Share">Which share of the ratings of all films that is; a film of several genres counts in each.</param>
/// <param name="MeanStars">The mean of those ratings.</param>
public sealed record GenreYear(string Genre, int? Year, int Ratings, double Share, double MeanStars)
{
    // Stands for all years while counting.
    const int AllYears = 0;

    /// <summary>Every genre over all years and in each, by genre and then by year.</summary>
    internal static IReadOnlyList<GenreYear> Of(Interactions ratings, KnownFacts facts)
    {
        var (sums, all) = (new Dictionary<(string Genre, int Year), (int Count, double Stars)>(), new Dictionary<int, int>());
        for (var item = 0; item < ratings.Items.Count; item++)
        {
            string[] genres = [.. facts.OfFilm(ratings.Items[item])?.Genres.Distinct(StringComparer.Ordinal) ?? []];
            foreach (var (year, (count, stars)) in ByYear(ratings.OfItem(item)))
            {
                all[year] = all.GetValueOrDefault(year) + count;
                foreach (var genre in genres)
                {
                    var sum = sums.GetValueOrDefault((genre, year));
                    sums[(genre, year)] = (sum.Count + count, sum.Stars + stars);
                }
            }
        }

        return
        [
            .. sums.OrderBy(sum => sum.Key.Genre, StringComparer.Ordinal).ThenBy(sum => sum.Key.Year).Select(sum => new GenreYear(
                sum.Key.Genre,
                sum.Key.Year == AllYears ? null : sum.Key.Year,
                sum.Value.Count,
                (double)sum.Value.Count / all[sum.Key.Year],
                sum.Value.Stars / sum.Value.Count)),
        ];
    }

    static Dictionary<int, (int Count, double Stars)> ByYear(RatingRow row)
    {
        var years = new Dictionary<int, (int Count, double Stars)>();
        for (var i = 0; i < row.Count; i++)
        {
            Add(AllYears, row.StarsAt(i));
            if (row.Times[i] != 0) Add(Timeline.YearOf(row.Times[i]), row.StarsAt(i));
        }

        return years;

        void Add(int year, float stars)
        {
            var (count, sum) = years.GetValueOrDefault(year);
            years[year] = (count + 1, sum + stars);
        }
    }
}
