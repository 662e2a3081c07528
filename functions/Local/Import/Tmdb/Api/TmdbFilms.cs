using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Matinee.Core.Catalog;

namespace Matinee.Local.Import.Tmdb.Api;

/// <summary>What TMDB knows of a film: kept answers first, then TMDB itself.</summary>
sealed class TmdbFilms(TmdbClient client, TmdbCache cache)
{
    int _kept;

    /// <summary>How many answers were there already.</summary>
    public int Kept => Volatile.Read(ref _kept);

    /// <summary>The film by its number at TMDB, else by its IMDb id; null where TMDB knows neither.</summary>
    /// <exception cref="TmdbException">It can't be had.</exception>
    public async Task<TmdbMovie?> FindAsync(Movie film, CancellationToken cancellation)
    {
        if (film.TmdbId is { } known && await MovieAsync(known, cancellation) is { } movie) return movie;
        if (film.ImdbId is not { } imdb || !IsImdb(imdb)) return null;
        var found = await AskAsync($"find-{imdb}", $"find/{imdb}?external_source=imdb_id", TmdbJson.Default.TmdbFound, cancellation);
        return found?.MovieResults is [{ Id: > 0 } first, ..] ? await MovieAsync(first.Id, cancellation) : null;
    }

    async Task<TmdbMovie?> MovieAsync(int id, CancellationToken cancellation)
    {
        var movie = await AskAsync($"movie-{id}", $"movie/{id}?append_to_response=credits,keywords", TmdbJson.Default.TmdbMovie, cancellation);
        return movie is null || movie.Id == id ? movie : throw new TmdbException($"movie/{id}: TMDB answers of film {movie.Id}.");
    }

    async Task<T?> AskAsync<T>(string name, string path, JsonTypeInfo<T> json, CancellationToken cancellation) where T : class
    {
        if (Read(name, json) is { } kept)
        {
            Interlocked.Increment(ref _kept);
            return kept.Answer;
        }

        var answer = await client.AskAsync(path, json, cancellation);
        cache.Save(name, answer);
        return answer is null ? null : JsonSerializer.Deserialize(answer, json);
    }

    /// <summary>Null where nothing is kept that can be used.</summary>
    Kept<T>? Read<T>(string name, JsonTypeInfo<T> json) where T : class
    {
        if (cache.Find(name) is not { } bytes) return null;
        if (bytes.Length == 0) return new(null);
        try
        {
            return new(JsonSerializer.Deserialize(bytes, json));
        }
        catch (JsonException)
        {
            // Somebody or something has spoilt the file: TMDB is asked again, and it is written anew.
            return null;
        }
    }

    static bool IsImdb(string id) => id.StartsWith("tt", StringComparison.Ordinal) && id.AsSpan(2).Length is > 0 and < 12 && !id.AsSpan(2).ContainsAnyExceptInRange('0', '9');
}

/// <summary>An answer that was kept; null where that is that TMDB knows nothing.</summary>
sealed record Kept<T>(T? Answer) where T : class;
