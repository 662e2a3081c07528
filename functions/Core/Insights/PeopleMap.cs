using Matinee.Core.Training;
using Matinee.Engine.Portraits;
using Matinee.Engine.Training;

namespace Matinee.Core.Insights;

/// <summary>Draws portraits and counts people on their map.</summary>
static class PeopleMap
{
    /// <summary>Fewer people in a cell than this are not shown.</summary>
    public const int LeastPeople = 5;

    const int Side = 24;
    const int RadarGenres = 8;

    // A few far outside must not press all others into one corner.
    const double OutsideShare = 0.01;

    public static PortraitInsights? Of(TrainingData data, PortraitsModel portraits, TrainingRun run)
    {
        var shown = portraits.Portraits.Where(static portrait => !portrait.IsHidden).ToList();
        if (shown.Count == 0) return null;
        string[] genres =
        [
            .. shown.SelectMany(portrait => portrait.Genres.Select(taste => (taste.Genre, Weight: taste.Share * portrait.Size)))
                .GroupBy(static one => one.Genre, StringComparer.Ordinal)
                .OrderByDescending(static genre => genre.Sum(static one => one.Weight)).ThenBy(static genre => genre.Key, StringComparer.Ordinal)
                .Take(RadarGenres).Select(static genre => genre.Key),
        ];
        var pictures = shown.Select(portrait => new PortraitPicture(portrait, [.. genres.Select(genre => TasteOf(portrait, genre))]));
        return new([.. pictures], portraits.Portraits.Count - shown.Count, portraits.Curve, MapOf(data, portraits, run));
    }

    static GenreTaste TasteOf(Portrait portrait, string genre) =>
        portrait.Genres.FirstOrDefault(taste => taste.Genre == genre) ?? new(genre, 0, 0, 0);

    static PortraitMap MapOf(TrainingData data, PortraitsModel portraits, TrainingRun run)
    {
        var places = new (int Portrait, double X, double Y)[data.Ratings.Users.Count];
        Parallel.For(0, places.Length, new() { MaxDegreeOfParallelism = run.Threads, CancellationToken = run.Cancellation }, user =>
        {
            var own = SampleLists.OwnIn(portraits.Items, data.Ratings, user);
            var person = data.Facts.OfPerson(data.Ratings.Users[user]);
            var guess = portraits.PortraitOf(own, person);
            var (x, y) = portraits.PlaceOf(own, person);
            // Whoever has rated too few films for a portrait of their own is not drawn.
            places[user] = (guess is { From: GuessedFrom.Ratings } ? guess.Portrait : -1, x, y);
        });
        var drawn = places.Where(place => place.Portrait >= 0 && !portraits.Portraits[place.Portrait].IsHidden).ToList();
        var (left, right) = Ends([.. drawn.Select(static place => place.X)]);
        var (bottom, top) = Ends([.. drawn.Select(static place => place.Y)]);
        var cells = drawn
            .GroupBy(place => (portraits.Portraits[place.Portrait].Id, Column: CellOf(place.X, left, right), Row: CellOf(place.Y, bottom, top)))
            .Select(static cell => new MapCell(cell.Key.Id, cell.Key.Column, cell.Key.Row, cell.Count()))
            .Where(static cell => cell.People >= LeastPeople)
            .OrderBy(static cell => cell.Portrait).ThenBy(static cell => cell.Row).ThenBy(static cell => cell.Column);
        return new(portraits.Map.FirstShare, portraits.Map.SecondShare, left, right, bottom, top, Side, Side, [.. cells]);
    }

    // Whole numbers, so that an end is nobody's place.
    static (double Low, double High) Ends(double[] values)
    {
        if (values.Length == 0) return (0, 1);
        Array.Sort(values);
        var outside = (int)(values.Length * OutsideShare);
        var (low, high) = (Math.Floor(values[outside]), Math.Ceiling(values[^(outside + 1)]));
        return low < high ? (low, high) : (low, low + 1);
    }

    static int CellOf(double value, double low, double high) => Math.Clamp((int)((value - low) / (high - low) * Side), 0, Side - 1);
}
