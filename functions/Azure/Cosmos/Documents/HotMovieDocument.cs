using Matinee.Core.Ratings;

namespace Matinee.Azure.Cosmos.Documents;

sealed record HotMovieDocument(string Id, string Window, int MovieId, long Revision, double Score, int Count, long HalvesSum, int[][] Days)
{
    public static string KeyOf(HotWindow window) => window switch
    {
        HotWindow.All => "all",
        HotWindow.Month => "month",
        HotWindow.Week => "week",
        _ => throw new ArgumentOutOfRangeException(nameof(window), window, "There is no such window."),
    };

    public static HotWindow WindowOf(string key) => key switch
    {
        "all" => HotWindow.All,
        "month" => HotWindow.Month,
        "week" => HotWindow.Week,
        _ => throw new ArgumentOutOfRangeException(nameof(key), key, "There is no such window."),
    };

    public static HotMovieDocument Of(HotMovie movie) => new(
        MovieDocument.IdOf(movie.MovieId),
        KeyOf(movie.Window),
        movie.MovieId,
        movie.Revision,
        movie.Score,
        movie.Count,
        movie.HalvesSum,
        StatsPart.DaysOf(movie.Days));

    public HotMovie ToHotMovie(HotWindow window) => new()
    {
        Window = window,
        MovieId = MovieId,
        Revision = Revision,
        Score = Score,
        Count = Count,
        HalvesSum = HalvesSum,
        Days = StatsPart.DaysOf(Days),
    };
}
