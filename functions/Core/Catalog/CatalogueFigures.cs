using System.Collections.Immutable;
using Matinee.Core.Ratings;

namespace Matinee.Core.Catalog;

/// <summary>How popular and how well rated the films of a catalogue are, by their places.</summary>
sealed class CatalogueFigures
{
    // A film counts as if it had, besides its own ratings, as many average ones as the film in the middle has. With fewer than the
    // least, one vote would decide a small community's list; more than the most, and no film could stand out any more.
    const int LeastReserve = 5;
    const int MostReserve = 200;

    readonly HotMovie?[][] _hot;
    readonly Lazy<MovieOrder>[] _hottest;
    readonly Lazy<MovieOrder> _bestRated;

    public CatalogueFigures(CatalogueFilms films, IEnumerable<HotMovie> hot)
    {
        var count = films.Movies.Length;
        _hot = [.. Enum.GetValues<HotWindow>().Select(_ => new HotMovie?[count])];
        foreach (var figures in hot)
        {
            if (films.PlaceOf(figures.MovieId) is >= 0 and var place) _hot[(int)figures.Window][place] = figures;
        }

        Votes = [.. _hot[(int)HotWindow.All].Select(static figures => figures?.Count ?? 0)];
        Ratings = Shrink(_hot[(int)HotWindow.All]);
        var most = MathF.Log(1 + Votes.Append(1).Max());
        Popularity = [.. Votes.Select(votes => MathF.Log(1 + votes) / most)];
        _hottest = [.. Enum.GetValues<HotWindow>().Select(window =>
            new Lazy<MovieOrder>(() => new(count, place => new(ScoreOf(place, window), "", films.Movies[place].Id))))];
        _bestRated = new(() => new(count, place => new(Ratings[place], "", films.Movies[place].Id)));
    }

    /// <summary>How many ratings each film has.</summary>
    public ImmutableArray<int> Votes { get; }

    /// <summary>Each film's mean in stars, pulled towards the mean of all ratings the harder the fewer it has.</summary>
    public ImmutableArray<double> Ratings { get; }

    /// <summary>The votes of each film on a scale from 0 to 1, tenfold votes always one step further.</summary>
    public ImmutableArray<float> Popularity { get; }

    /// <summary>The films, the best rated first.</summary>
    public MovieOrder BestRated => _bestRated.Value;

    /// <summary>The films, the hottest first.</summary>
    public MovieOrder HottestOf(HotWindow window) => _hottest[(int)window].Value;

    public HotMovie? Of(int place, HotWindow window) => _hot[(int)window][place];

    public double ScoreOf(int place, HotWindow window) => _hot[(int)window][place]?.Score ?? 0;

    /// <summary>Which part of all stars that were ever given is other there, film by film.</summary>
    public double DriftFrom(CatalogueFigures other)
    {
        var (all, moved) = (0L, 0L);
        for (var place = 0; place < _hot[0].Length; place++)
        {
            var (now, then) = (HalvesOf(place), other.HalvesOf(place));
            all += Math.Max(now, then);
            moved += Math.Abs(now - then);
        }

        return all == 0 ? 0 : (double)moved / all;
    }

    long HalvesOf(int place) => _hot[(int)HotWindow.All][place]?.HalvesSum ?? 0;

    static ImmutableArray<double> Shrink(HotMovie?[] all)
    {
        var rated = all.Where(static figures => figures is { Count: > 0 }).Select(static figures => figures!).ToList();
        if (rated.Count == 0) return [.. new double[all.Length]];
        var mean = rated.Sum(static figures => figures.HalvesSum) / 2.0 / rated.Sum(static figures => (long)figures.Count);
        var middle = rated.Select(static figures => figures.Count).Order().ElementAt(rated.Count / 2);
        double reserve = Math.Clamp(middle, LeastReserve, MostReserve);
        return [.. all.Select(figures => ((figures?.HalvesSum ?? 0) / 2.0 + reserve * mean) / ((figures?.Count ?? 0) + reserve))];
    }
}
