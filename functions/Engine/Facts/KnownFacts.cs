using System.Collections.Frozen;

namespace Matinee.Engine.Facts;

/// <summary>What is known of films and people besides the ratings, by the ids that the ratings use.</summary>
public sealed class KnownFacts
{
    readonly FrozenDictionary<long, FilmFacts> _films;
    readonly FrozenDictionary<long, PersonFacts> _people;

    /// <summary>Takes the facts in.</summary>
    /// <exception cref="ArgumentException">A film is there twice.</exception>
    public KnownFacts(IEnumerable<FilmFacts> films, IEnumerable<KeyValuePair<long, PersonFacts>>? people = null)
    {
        ArgumentNullException.ThrowIfNull(films);
        var byId = new Dictionary<long, FilmFacts>();
        foreach (var film in films)
        {
            if (!byId.TryAdd(film.Id, film)) throw new ArgumentException($"Film {film.Id} is there twice; give its facts once.", nameof(films));
        }

        _films = byId.ToFrozenDictionary();
        _people = (people ?? []).ToFrozenDictionary();
    }

    /// <summary>Nothing is known.</summary>
    public static KnownFacts None { get; } = new([]);

    /// <summary>The films of which anything is known, in ascending order of their ids.</summary>
    public IEnumerable<FilmFacts> Films => _films.Values.OrderBy(film => film.Id);

    /// <summary>What is known of a film; null where that is nothing.</summary>
    public FilmFacts? OfFilm(long id) => _films.GetValueOrDefault(id);

    /// <summary>What is known of a person; <see cref="PersonFacts.Unknown"/> where that is nothing.</summary>
    public PersonFacts OfPerson(long id) => _people.GetValueOrDefault(id, PersonFacts.Unknown);
}
