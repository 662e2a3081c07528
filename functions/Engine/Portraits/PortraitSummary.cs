using System.Globalization;

namespace Matinee.Engine.Portraits;

/// <summary>What a portrait's people have in common, in sentences.</summary>
static class PortraitSummary
{
    const double Much = 1.12;
    const double Little = 0.85;
    const double Better = 0.05;
    const int MostGenres = 3;
    const int MostFilms = 3;

    // A share below this is not worth speaking of, however much more it is than elsewhere.
    const double LeastShare = 0.01;

    public static string OfHidden(int size) =>
        $"{People(size)}. Of fewer than {Portrait.MinPeople} nothing more is told, so that nobody can be recognised.";

    public static string Of(Portrait portrait, PortraitTraits everyone)
    {
        var sentences = new List<string> { $"{People(portrait.Size)}, {Percent(portrait.Share)} of all." };
        var more = portrait.Genres.Where(genre => genre.Lift >= Much && genre.Share >= LeastShare)
            .OrderByDescending(genre => Math.Log(genre.Lift) * Math.Sqrt(genre.Share)).Take(MostGenres).Select(More).ToList();
        var less = portrait.Genres.Where(genre => genre.Lift <= Little && genre.Share >= LeastShare * genre.Lift)
            .OrderBy(genre => Math.Log(genre.Lift + 0.01) * Math.Sqrt(genre.Share)).Take(MostGenres).Select(genre => Words.Genre(genre.Genre)).ToList();
        sentences.Add(more.Count > 0 ? $"They watch more {Words.List(more)} than others." : "They watch a bit of everything.");
        var better = portrait.Genres.Where(genre => genre.Affinity >= Better).OrderByDescending(genre => genre.Affinity)
            .Take(MostGenres).Select(genre => Words.Genre(genre.Genre)).ToList();
        if (better.Count > 0) sentences.Add($"They rate {Words.List(better)} higher than others do.");
        if (less.Count > 0) sentences.Add($"They care less for {Words.List(less)}.");
        sentences.Add(Stars(portrait.MeanStars!.Value, portrait.Generosity!.Value - everyone.Generosity));
        sentences.Add($"Half of them have rated {portrait.MedianRatings} films or more.");
        if (portrait.MeanAge is { } age) sentences.Add($"Their mean age is {age.ToString("0", CultureInfo.InvariantCulture)}.");
        var films = portrait.Favourites.Where(film => film.Title.Length > 0).Take(MostFilms).Select(film => film.Title).ToList();
        if (films.Count > 0) sentences.Add($"They like {Words.List(films)} more than others do.");
        return string.Join(' ', sentences);
    }

    static string People(int size) => size == 1 ? "1 person" : $"{size.ToString("N0", CultureInfo.InvariantCulture)} people";

    static string Percent(double share) => share.ToString(share < 0.1 ? "0.#%" : "0%", CultureInfo.InvariantCulture);

    static string More(GenreTaste genre) => $"{Words.Genre(genre.Genre)} ({genre.Lift.ToString("0.0", CultureInfo.InvariantCulture)}×)";

    static string Stars(double mean, double beyond)
    {
        var stars = $"{mean.ToString("0.0", CultureInfo.InvariantCulture)} stars on average";
        return Math.Abs(beyond) < 0.05
            ? $"They give {stars}, as others would."
            : $"They give {stars}, {Math.Abs(beyond).ToString("0.0", CultureInfo.InvariantCulture)} {(beyond > 0 ? "more" : "fewer")} than others give the same films.";
    }
}
