using Matinee.Core.Ratings;
using Matinee.Engine.Files;

namespace Matinee.Core.Catalog;

/// <summary>The catalogue as a file of checksummed sections, one a column; it holds films and their figures, and nothing of any person.</summary>
static class CatalogueFile
{
    const string Kind = "catalogue";

    // Another number wherever the columns, or what they mean, are others: the marks of films depend on how films are written, too.
    const int Format = 1;

    // Day, count and sum of halves.
    const int DayCells = 3;

    // Stands for a number that is not known: no film has it.
    const int None = int.MinValue;

    public static ModelFileWriter Write(CatalogueState state)
    {
        var file = new ModelFileWriter(Kind);
        file.AddValue("format", Format);
        file.AddValue("begun", state.Begun.UtcTicks);
        file.Add<long>("marks", new[] { unchecked((long)state.FilmMarks), unchecked((long)state.FigureMarks) });
        file.AddText("films-read", state.MoviesRead ?? "");
        file.AddText("figures-read", state.FiguresRead ?? "");
        var texts = new TextColumnsWriter();
        WriteFilms(file.Within("films", "films"), state.Movies, texts);
        WriteFigures(file.Within("figures", "figures"), [.. state.Figures]);
        texts.WriteTo(file.Within("texts", "texts"));
        return file;
    }

    /// <exception cref="ModelFileException">It is no catalogue, of another format, or its sections do not fit together.</exception>
    public static CatalogueState Read(ModelFile file)
    {
        if (file.Kind != Kind) throw new ModelFileException($"This is a file of kind '{file.Kind}', not a catalogue.");
        if (file.Value<int>("format") is var format and not Format)
            throw new ModelFileException($"The catalogue is of format {format}; this version reads and writes format {Format}.");
        var texts = TextColumns.Read(file.Within("texts"));
        var marks = file.Section<long>("marks", 2).Span;
        try
        {
            var state = CatalogueState.Of(
                new(file.Value<long>("begun"), TimeSpan.Zero), ReadFilms(file.Within("films"), texts), ReadFigures(file.Within("figures")), (unchecked((ulong)marks[0]), unchecked((ulong)marks[1])));
            (state.MoviesRead, state.FiguresRead) = (TextOf(file, "films-read"), TextOf(file, "figures-read"));
            return state;
        }
        catch (Exception error) when (error is ArgumentException or IndexOutOfRangeException)
        {
            throw new ModelFileException($"The catalogue's columns do not fit together: {error.Message}", error);
        }
    }

    static string? TextOf(ModelFile file, string name) => file.Text(name) is { Length: > 0 } text ? text : null;

    static void WriteFilms(ModelFileWriter file, IReadOnlyList<Movie> movies, TextColumnsWriter texts)
    {
        void Numbers(string name, Func<Movie, int?> value) => file.Add<int>(name, movies.Select(movie => value(movie) ?? None).ToArray());
        void Texts(string name, Func<Movie, string?> value) => file.Add<int>(name, movies.Select(movie => texts.NumberOf(value(movie))).ToArray());
        void Lists(string name, Func<Movie, IReadOnlyList<string>> values)
        {
            file.Add<int>(name, movies.SelectMany(values).Select(texts.NumberOf).ToArray());
            file.Add<int>($"{name}-ends", Ends(movies.Select(movie => values(movie).Count)));
        }

        Numbers("id", static movie => movie.Id);
        Texts("title", static movie => movie.Title);
        Texts("original-title", static movie => movie.OriginalTitle);
        Numbers("year", static movie => movie.Year);
        Lists("genres", static movie => movie.Genres);
        Numbers("minutes", static movie => movie.RuntimeMinutes);
        Lists("directors", static movie => movie.Directors);
        Lists("cast", static movie => movie.Cast);
        Lists("keywords", static movie => movie.Keywords);
        Texts("overview", static movie => movie.Overview);
        Texts("language", static movie => movie.Language);
        Numbers("movielens-id", static movie => movie.MovieLensId);
        Texts("imdb-id", static movie => movie.ImdbId);
        Numbers("tmdb-id", static movie => movie.TmdbId);
        Texts("poster-url", static movie => movie.PosterUrl);
    }

    static Movie[] ReadFilms(ModelFile file, TextColumns texts)
    {
        var ids = file.Section<int>("id");
        var count = ids.Length;
        Func<int, int?> Numbers(string name)
        {
            var column = file.Section<int>(name, count);
            return film => column.Span[film] is var value and not None ? value : null;
        }

        Func<int, string?> Texts(string name)
        {
            var column = file.Section<int>(name, count);
            return film => texts[column.Span[film]];
        }

        Func<int, string[]> Lists(string name)
        {
            var (items, ends) = (file.Section<int>(name), file.Section<int>($"{name}-ends", count));
            RequireEnds(name, ends.Span, items.Length);
            return film => texts.Of(items.Span[(film == 0 ? 0 : ends.Span[film - 1])..ends.Span[film]]);
        }

        var (title, original, overview, language) = (Texts("title"), Texts("original-title"), Texts("overview"), Texts("language"));
        var (imdb, poster, year, minutes) = (Texts("imdb-id"), Texts("poster-url"), Numbers("year"), Numbers("minutes"));
        var (movieLens, tmdb, genres, directors) = (Numbers("movielens-id"), Numbers("tmdb-id"), Lists("genres"), Lists("directors"));
        var (cast, keywords) = (Lists("cast"), Lists("keywords"));
        var movies = new Movie[count];
        for (var film = 0; film < count; film++)
        {
            movies[film] = new()
            {
                Id = ids.Span[film],
                Title = title(film) ?? throw new ModelFileException($"Film {ids.Span[film]} has no title."),
                OriginalTitle = original(film),
                Year = year(film),
                Genres = genres(film),
                RuntimeMinutes = minutes(film),
                Directors = directors(film),
                Cast = cast(film),
                Keywords = keywords(film),
                Overview = overview(film),
                Language = language(film),
                MovieLensId = movieLens(film),
                ImdbId = imdb(film),
                TmdbId = tmdb(film),
                PosterUrl = poster(film),
            };
        }

        return movies;
    }

    static void WriteFigures(ModelFileWriter file, HotMovie[] figures)
    {
        file.Add<int>("id", Array.ConvertAll(figures, static one => one.MovieId));
        file.Add<byte>("window", Array.ConvertAll(figures, static one => (byte)one.Window));
        file.Add<long>("revision", Array.ConvertAll(figures, static one => one.Revision));
        file.Add<double>("score", Array.ConvertAll(figures, static one => one.Score));
        file.Add<int>("count", Array.ConvertAll(figures, static one => one.Count));
        file.Add<long>("halves", Array.ConvertAll(figures, static one => one.HalvesSum));
        file.Add<int>("days", figures.SelectMany(static one => one.Days).SelectMany(static day => (int[])[day.Day, day.Count, day.HalvesSum]).ToArray());
        file.Add<int>("days-ends", Ends(figures.Select(static one => one.Days.Length)));
    }

    static HotMovie[] ReadFigures(ModelFile file)
    {
        var ids = file.Section<int>("id").Span;
        var windows = file.Section<byte>("window", ids.Length).Span;
        var revisions = file.Section<long>("revision", ids.Length).Span;
        var scores = file.Section<double>("score", ids.Length).Span;
        var counts = file.Section<int>("count", ids.Length).Span;
        var halves = file.Section<long>("halves", ids.Length).Span;
        var days = file.Section<int>("days").Span;
        var ends = file.Section<int>("days-ends", ids.Length).Span;
        RequireEnds("days", ends, days.Length / DayCells);
        var figures = new HotMovie[ids.Length];
        for (var i = 0; i < figures.Length; i++)
        {
            if (windows[i] > (byte)HotWindow.Week) throw new ModelFileException($"There is no window {windows[i]}.");
            // Lists are sorted by it, and what is no number has no place.
            if (!double.IsFinite(scores[i])) throw new ModelFileException($"Film {ids[i]} has the score {scores[i]}.");
            var own = new DayCount[ends[i] - (i == 0 ? 0 : ends[i - 1])];
            for (var day = 0; day < own.Length; day++)
            {
                var at = DayCells * (ends[i] - own.Length + day);
                own[day] = new(days[at], days[at + 1], days[at + 2]);
            }

            figures[i] = new()
            {
                Window = (HotWindow)windows[i],
                MovieId = ids[i],
                Revision = revisions[i],
                Score = scores[i],
                Count = counts[i],
                HalvesSum = halves[i],
                Days = [.. own],
            };
        }

        return figures;
    }

    // Before anything is made of them: a wrong end must not take memory for days or names that are not there.
    static void RequireEnds(string name, ReadOnlySpan<int> ends, int length)
    {
        var before = 0;
        foreach (var end in ends)
        {
            if (end < before || end > length) throw new ModelFileException($"A list of '{name}' goes from {before} to {end}; there are {length}.");
            before = end;
        }
    }

    static int[] Ends(IEnumerable<int> counts)
    {
        var end = 0;
        return [.. counts.Select(count => end += count)];
    }
}
