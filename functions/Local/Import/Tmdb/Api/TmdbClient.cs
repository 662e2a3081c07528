using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Matinee.Local.Hosting;

namespace Matinee.Local.Import.Tmdb.Api;

/// <summary>Asks TMDB: at its pace, again where that helps, and never for ever. The key appears in no message.</summary>
sealed class TmdbClient : IDisposable
{
    const int MostBytes = 8 << 20;
    // A token (v4) is a JSON web token, in parts between dots; a key (v3) has none.
    const char TokenMark = '.';

    readonly TmdbOptions _options;
    readonly TimeProvider _clock;
    readonly TmdbPace _pace;
    readonly HttpClient _client;
    int _asked;

    public TmdbClient(TmdbOptions options, TimeProvider clock)
    {
        (_options, _clock, _pace) = (options, clock, new(options.PerSecond, clock));
        // A redirection could carry the key to somebody else.
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = options.Patience, AutomaticDecompression = DecompressionMethods.All };
        _client = new(handler) { BaseAddress = options.Address, MaxResponseContentBufferSize = MostBytes, Timeout = Timeout.InfiniteTimeSpan };
        _client.DefaultRequestHeaders.UserAgent.Add(new("Matinee", null));
        if (options.Key.Contains(TokenMark)) _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", options.Key);
    }

    /// <summary>How many questions were asked, repeated ones included.</summary>
    public int Asked => Volatile.Read(ref _asked);

    /// <summary>The answer's bytes, which were found to be a sound document; null where TMDB knows nothing of it.</summary>
    /// <param name="path">The path, with its query but without the key.</param>
    /// <param name="json">What the answer must be.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="TmdbException">There is no answer that can be used.</exception>
    /// <exception cref="LocalException">TMDB refuses the key.</exception>
    public async Task<byte[]?> AskAsync<T>(string path, JsonTypeInfo<T> json, CancellationToken cancellation) where T : class
    {
        var what = path.Split('?')[0];
        var address = _options.Key.Contains(TokenMark) ? path : $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}api_key={_options.Key}";
        for (var tries = 1; ; tries++)
        {
            await _pace.WaitAsync(cancellation);
            var (answer, why, wait) = await TryAsync(address, json, cancellation);
            if (why is null) return answer;
            if (tries == _options.Tries) throw new TmdbException($"{what}: {why}, {tries} times in a row.");
            if (wait is { } asked)
            {
                if (asked > _options.LongestPause)
                    throw new LocalException($"TMDB asks to be left alone for {asked.TotalMinutes:0.#} minutes. The same command goes on then; what was fetched is kept.");
                _pace.Pause(asked);
            }
            else
            {
                await Task.Delay(_options.FirstPause * (1 << (tries - 1)), _clock, cancellation);
            }
        }
    }

    public void Dispose() => _client.Dispose();

    /// <summary>Why: null where it is an answer. Wait: how long TMDB wants nobody to ask.</summary>
    async Task<(byte[]? Answer, string? Why, TimeSpan? Wait)> TryAsync<T>(string address, JsonTypeInfo<T> json, CancellationToken cancellation) where T : class
    {
        using var patience = new CancellationTokenSource(_options.Patience, _clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        Interlocked.Increment(ref _asked);
        try
        {
            using var response = await _client.GetAsync(new Uri(address, UriKind.Relative), both.Token);
            switch (response.StatusCode)
            {
                case HttpStatusCode.OK:
                    var answer = await response.Content.ReadAsByteArrayAsync(both.Token);
                    return JsonSerializer.Deserialize(answer, json) is null ? (null, "its answer is empty", null) : (answer, null, null);
                case HttpStatusCode.NotFound:
                    return (null, null, null);
                case HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden:
                    throw new LocalException("TMDB refuses the key. See https://www.themoviedb.org/settings/api for yours, and give it with --key.");
                case HttpStatusCode.TooManyRequests:
                    return (null, "TMDB was asked too often", WaitOf(response.Headers.RetryAfter) ?? _options.FirstPause);
                case >= HttpStatusCode.InternalServerError:
                    return (null, $"TMDB answers {(int)response.StatusCode}", WaitOf(response.Headers.RetryAfter));
                default:
                    throw new TmdbException($"TMDB answers {(int)response.StatusCode}, which asking again does not mend.");
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return (null, $"TMDB gave no answer within {_options.Patience.TotalSeconds:0.#} s", null);
        }
        catch (HttpRequestException error)
        {
            return (null, $"TMDB can't be reached ({error.HttpRequestError})", null);
        }
        catch (JsonException)
        {
            return (null, "its answer is not what it should be", null);
        }
    }

    TimeSpan? WaitOf(RetryConditionHeaderValue? header) =>
        header?.Delta ?? (header?.Date is { } date ? TimeSpan.FromTicks(Math.Max(0, (date - _clock.GetUtcNow()).Ticks)) : null);
}
