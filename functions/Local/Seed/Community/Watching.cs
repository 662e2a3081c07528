using Matinee.Engine.Numerics;

namespace Matinee.Local.Seed.Community;

/// <summary>One person after another sees films and rates them.</summary>
sealed class Watching(Stage stage, CommunityOptions options)
{
    const double ActivitySpread = 1.15;
    const double MostShare = 0.5;
    const double Choosiness = 1.4;
    const double QuirkSpread = 0.18;
    const double FavouriteBonus = 0.6;
    const double LikingWeight = 0.65;
    const double Noise = 0.72;
    const int FavouriteOneIn = 60;

    static readonly TimeSpan s_history = TimeSpan.FromDays(730);

    readonly float[] _keys = new float[stage.Films.Count];
    readonly int[] _films = new int[stage.Films.Count];
    readonly float[] _quirks = new float[stage.Genres.Count];
    readonly float[] _factors = new float[stage.Genres.Count * (Stage.MostGenres + 1)];
    readonly float[][] _weights = [.. Archetype.All.Index().Select(archetype => WeightsOf(stage, archetype.Index))];

    /// <summary>The ratings of a person, in the order of their times.</summary>
    public SimulatedRating[] Of(int person, int archetype)
    {
        var random = new SeededRandom(options.Seed, 1 + (ulong)person);
        var habit = RatingHabit.Draw(ref random);
        DrawQuirks(ref random);
        var favourites = random.Next(FavouriteOneIn);
        var count = Choose(CountOf(ref random), archetype, favourites, ref random);
        var times = new Calendar(options.Until - s_history, options.Until, count, ref random);
        var ratings = new SimulatedRating[count];
        for (var i = 0; i < count; i++)
        {
            var film = _films[i];
            var liking = stage.Quality[film] + LikingWeight * AffinityOf(film, archetype)
                + (IsFavourite(film, favourites) ? FavouriteBonus : 0) + Noise * random.NextNormal();
            var time = times.Next(stage.Films[film].Year, ref random);
            ratings[i] = new(person, stage.Films[film].Id, habit.HalvesFor(liking), time, random.NextDouble() < options.ReviewShare);
        }

        return ratings;
    }

    static float[] WeightsOf(Stage stage, int archetype)
    {
        var affinity = stage.AffinityOf(archetype);
        var weights = new float[affinity.Length];
        for (var film = 0; film < weights.Length; film++) weights[film] = MathF.Exp(stage.Fame[film] + (float)Choosiness * affinity[film]);
        return weights;
    }

    // Many give few and few give many: twenty, and a lognormal number more.
    int CountOf(ref SeededRandom random)
    {
        var more = options.MeanRatings - CommunityOptions.LeastRatings;
        var count = CommunityOptions.LeastRatings + Math.Exp(Math.Log(more) - ActivitySpread * ActivitySpread / 2 + ActivitySpread * random.NextNormal());
        return (int)Math.Min(Math.Round(count), Math.Max(1, MostShare * stage.Films.Count));
    }

    void DrawQuirks(ref SeededRandom random)
    {
        for (var genre = 0; genre < _quirks.Length; genre++)
        {
            _quirks[genre] = (float)(QuirkSpread * random.NextNormal());
            // The mean over a film's genres, as a product: for each number of genres the root of the factor.
            for (var of = 1; of <= Stage.MostGenres; of++) _factors[genre * (Stage.MostGenres + 1) + of] = MathF.Exp((float)Choosiness * _quirks[genre] / of);
        }
    }

    /// <summary>
    /// Draws films without replacement, each with a chance in proportion to its weight: a race in which the film's time is exponential with its
    /// weight as the rate, won by the earliest. They come out in the order of the race.
    /// </summary>
    int Choose(int count, int archetype, int favourites, ref SeededRandom random)
    {
        var weights = _weights[archetype];
        var thisYear = options.Until.Year;
        for (var film = 0; film < _keys.Length; film++)
        {
            var genres = stage.GenresOf[film];
            var weight = weights[film];
            foreach (var genre in genres) weight *= _factors[genre * (Stage.MostGenres + 1) + genres.Length];
            if (IsFavourite(film, favourites)) weight *= 2;
            if (stage.Films[film].Year > thisYear) weight = 1e-12f;
            _keys[film] = -MathF.Log(1 - (float)random.NextDouble() * 0.9999999f) / weight;
            _films[film] = film;
        }

        Smallest.Select(_keys, _films, count);
        Array.Sort(_keys, _films, 0, count);
        return count;
    }

    double AffinityOf(int film, int archetype)
    {
        var affinity = (double)stage.AffinityOf(archetype)[film];
        var genres = stage.GenresOf[film];
        foreach (var genre in genres) affinity += _quirks[genre] / genres.Length;
        return affinity;
    }

    // Everybody has a few directors whose films they seek.
    bool IsFavourite(int film, int favourites) => stage.Directors[film] != 0 && (uint)stage.Directors[film] % FavouriteOneIn == favourites;
}
