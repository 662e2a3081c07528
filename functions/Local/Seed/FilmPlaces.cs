namespace Matinee.Local.Seed;

/// <summary>Where each film was read: none may come twice.</summary>
sealed class FilmPlaces
{
    readonly Dictionary<string, string> _places = new(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="InvalidDataException">Its number, its title in its year, or its IMDb id was there before.</exception>
    public void Add(BundledFilm film, string place)
    {
        Add($"id {film.Id}", place);
        Add($"{film.Title} ({film.Year})", place);
        if (film.ImdbId is { } imdb) Add(imdb, place);
    }

    void Add(string key, string place)
    {
        if (!_places.TryAdd(key, place)) throw new InvalidDataException($"{place}: {key} is in {_places[key]} already.");
    }
}
