namespace Matinee.Engine.Ratings;

/// <summary>All ratings of one user (the others are items) or of one item (the others are users), in ascending order of the others.</summary>
public readonly ref struct RatingRow
{
    internal RatingRow(ReadOnlySpan<int> others, ReadOnlySpan<byte> halves, ReadOnlySpan<uint> times)
    {
        Others = others;
        Halves = halves;
        Times = times;
    }

    /// <summary>The indexes at the other end of each rating.</summary>
    public ReadOnlySpan<int> Others { get; }

    /// <summary>Stars in halves: 1 (half a star) to 10 (five stars).</summary>
    public ReadOnlySpan<byte> Halves { get; }

    /// <summary>Seconds since 1970 (UTC).</summary>
    public ReadOnlySpan<uint> Times { get; }

    /// <summary>How many ratings there are.</summary>
    public int Count => Others.Length;

    /// <summary>The stars of a rating.</summary>
    public float StarsAt(int i) => Stars.FromHalves(Halves[i]);

    /// <summary>The ratings as a viewer's own, for folding in.</summary>
    public OwnRating[] ToOwn()
    {
        var own = new OwnRating[Count];
        for (var i = 0; i < own.Length; i++) own[i] = new(Others[i], StarsAt(i), Times[i]);
        return own;
    }
}
