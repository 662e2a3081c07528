namespace Matinee.Engine.Ratings;

/// <summary>The star scale: half a star to five stars, in halves.</summary>
public static class Stars
{
    /// <summary>The lowest rating.</summary>
    public const float Min = 0.5f;

    /// <summary>The highest rating.</summary>
    public const float Max = 5f;

    /// <summary>The middle of the scale: what is said of a film when nothing at all is known.</summary>
    public const float Middle = (Min + Max) / 2;

    internal const int MaxHalves = 10;

    /// <summary>Brings a prediction onto the scale.</summary>
    public static float Clamp(float stars) => Math.Clamp(stars, Min, Max);

    internal static bool TryHalves(float stars, out byte halves)
    {
        var doubled = stars * 2;
        halves = doubled is >= 1 and <= MaxHalves ? (byte)doubled : (byte)0;
        return halves != 0 && halves == doubled;
    }

    internal static float FromHalves(byte halves) => halves * 0.5f;
}
