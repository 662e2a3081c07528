using System.Net;
using System.Net.Http.Json;
using Matinee.Engine.Numerics;

namespace Matinee.Faults.Tests.Support;

/// <summary>
/// A viewer who rates one film after the other, and knows of each what was acknowledged and what may have been written without an answer.
/// </summary>
sealed class RatingWriter(Viewer viewer, ulong seed)
{
    const int RemoveEvery = 7;

    readonly Dictionary<int, HashSet<double?>> _possible = [];
    SeededRandom _random = new(seed);

    public Viewer Viewer => viewer;

    /// <summary>How many writes were acknowledged.</summary>
    public int Acknowledged { get; private set; }

    /// <summary>How many were answered with a failure, by status.</summary>
    public Dictionary<HttpStatusCode, int> Refused { get; } = [];

    /// <summary>Writes until it is told to stop, or nobody is there any more.</summary>
    public async Task WriteAsync(HttpClient client, CancellationToken stop)
    {
        try
        {
            while (!stop.IsCancellationRequested) await WriteOneAsync(client);
        }
        catch (Exception error) when (error is HttpRequestException or TaskCanceledException or IOException)
        {
            // The process was killed: what was under way is among what is possible.
        }
    }

    /// <summary>One write, of a film and with stars by chance.</summary>
    public async Task<HttpStatusCode> WriteOneAsync(HttpClient client)
    {
        var film = 1 + _random.Next(DataFolder.Films);
        double? stars = _random.Next(RemoveEvery) == 0 ? null : (1 + _random.Next(10)) / 2.0;
        if (!_possible.TryGetValue(film, out var possible)) _possible[film] = possible = [null];
        possible.Add(stars);
        using var response = stars is null
            ? await client.DeleteAsync($"me/ratings/{film}")
            : await client.PutAsJsonAsync($"me/ratings/{film}", new { stars });
        // Removing what is not there changes nothing, and says so.
        if (response.IsSuccessStatusCode || (stars is null && response.StatusCode == HttpStatusCode.NotFound))
        {
            possible.Clear();
            possible.Add(stars);
            Acknowledged++;
        }
        else
        {
            Refused[response.StatusCode] = Refused.GetValueOrDefault(response.StatusCode) + 1;
        }

        return response.StatusCode;
    }

    /// <summary>Somebody else has tried to give stars, without success: they may be there, or not.</summary>
    public void MayHave(int film, double stars)
    {
        if (!_possible.TryGetValue(film, out var possible)) _possible[film] = possible = [null];
        possible.Add(stars);
    }

    /// <summary>Every rating must be one that is possible, and from now on is the only one that is.</summary>
    public void Check(IReadOnlyDictionary<int, double> there)
    {
        foreach (var (film, possible) in _possible)
        {
            double? found = there.TryGetValue(film, out var stars) ? stars : null;
            Assert.True(possible.Contains(found), $"{viewer.UserId} has {Text(found)} for film {film}; possible is {string.Join(" or ", possible.Select(Text))}.");
            possible.Clear();
            possible.Add(found);
        }

        Assert.Empty(there.Keys.Except(_possible.Keys));
    }

    static string Text(double? stars) => stars is null ? "no rating" : $"{stars} stars";
}
