using Matinee.Engine.Numerics;

namespace Matinee.Local.Seed.Community;

/// <summary>When somebody rates: they join, rate much at first, and come back now and then.</summary>
struct Calendar
{
    const int PerSession = 18;
    const int LongestPause = 180;
    const double LateJoining = 0.75;

    readonly long[] _sessions;
    readonly long _until;
    readonly int _count;

    int _given;
    long _last;

    public Calendar(DateTimeOffset from, DateTimeOffset until, int count, ref SeededRandom random)
    {
        _until = until.ToUnixTimeSeconds() - 1;
        _count = count;
        // More join the later it is, as with anything that grows.
        var joined = from.ToUnixTimeSeconds() + (long)((_until - from.ToUnixTimeSeconds()) * Math.Pow(random.NextDouble(), LateJoining));
        _sessions = new long[1 + count / PerSession];
        _sessions[0] = joined;
        for (var i = 1; i < _sessions.Length; i++) _sessions[i] = joined + (long)((_until - joined) * random.NextDouble());
        Array.Sort(_sessions);
    }

    /// <summary>The next time, never before the one before, nor before the year a film came out, nor after the end.</summary>
    public long Next(int? year, ref SeededRandom random)
    {
        var session = _sessions[(int)((long)_given++ * _sessions.Length / _count)];
        _last = Math.Max(_last + 5 + random.Next(LongestPause), session);
        var released = year is { } known ? new DateTimeOffset(known, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds() : 0;
        return Math.Min(Math.Max(_last, released), _until);
    }
}
