using System.Numerics;

namespace Matinee.Core.Ratings;

/// <summary>
/// Forward decay: a rating of day d weighs 2^(d / half-life), for ever. Instead of making old ratings lighter every day, newer
/// ones come in heavier; the order of films is the same, and nothing has to be recomputed as time goes by.
/// </summary>
/// <remarks>
/// Weights grow without end: with a half-life of a week a double overflows after 20 years, and long before that it has
/// forgotten what taking back an old rating should take back. So weights are whole numbers, a mantissa of 30 bits for the place
/// within the half-life shifted left once for every whole half-life since the landmark, and sums are exact: any order of
/// additions gives the same sum, and what was added can be taken back to the last bit. A sum has some 30 + 52 bits for each
/// year since 1995 (half-life of a week), 250 bytes in 2030, 380 in 2050. Only its logarithm is ever compared.
/// </remarks>
public sealed class Decay
{
    /// <summary>Day 0: no rating is older.</summary>
    public static readonly DateTimeOffset Landmark = new(1995, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Half-life of a week.</summary>
    public static readonly Decay Week = new(7);

    /// <summary>Half-life of a month.</summary>
    public static readonly Decay Month = new(30);

    const int MantissaBits = 30;

    readonly int _halfLife;
    readonly long[] _mantissas;

    Decay(int halfLife)
    {
        _halfLife = halfLife;
        _mantissas = new long[halfLife];
        for (var day = 0; day < halfLife; day++) _mantissas[day] = (long)Math.Round(Math.ScaleB(Math.Pow(2, (double)day / halfLife), MantissaBits));
    }

    /// <summary>The number of a time's day (UTC).</summary>
    public static int DayOf(DateTimeOffset time) => Math.Max(0, (int)Math.Floor((time - Landmark).TotalDays));

    /// <summary>What a rating of a day weighs.</summary>
    public BigInteger WeightOf(int day) => (BigInteger)_mantissas[day % _halfLife] << (day / _halfLife);

    /// <summary>What the ratings of many days weigh together: the same number as one by one, in a fraction of the time.</summary>
    /// <param name="days">In ascending order.</param>
    public BigInteger WeightOf(ReadOnlySpan<DayCount> days)
    {
        if (days.Length == 0) return 0;
        // Days of one half-life have one shift, and their mantissas (31 bits) times counts (31 bits) stay within 64 bits while summed
        // in 128. Each half-life's sum is added to the limbs at its place, so that no large number is shifted for every day.
        var limbs = new ulong[days[^1].Day / _halfLife / 64 + 4];
        for (var first = 0; first < days.Length;)
        {
            var shift = days[first].Day / _halfLife;
            UInt128 sum = 0;
            for (; first < days.Length && days[first].Day / _halfLife == shift; first++)
                sum += (UInt128)(ulong)_mantissas[days[first].Day % _halfLife] * (ulong)days[first].Count;
            AddAt(limbs, sum << (shift % 64), shift / 64);
        }

        return new BigInteger(System.Runtime.InteropServices.MemoryMarshal.AsBytes<ulong>(limbs), isUnsigned: true);
    }

    /// <summary>
    /// The logarithm (base 2) of a sum of weights: 1 more is twice as hot, or as hot one half-life later. One rating of the
    /// landmark's day scores 1; 0 says that there is none.
    /// </summary>
    public static double ScoreOf(BigInteger sum) => sum.IsZero ? 0 : BigInteger.Log(sum, 2) - (MantissaBits - 1);

    static void AddAt(ulong[] limbs, UInt128 value, int at)
    {
        // 34 bits of mantissas of a month's days, 31 of counts and 63 of shift: the value fits, and what is carried has room.
        for (; value != 0; at++)
        {
            var sum = (UInt128)limbs[at] + (ulong)value;
            limbs[at] = (ulong)sum;
            value = (value >> 64) + (sum >> 64);
        }
    }

    /// <summary>How many ratings of a time a score is worth: each counts half as much one half-life later.</summary>
    public double CountAt(double score, DateTimeOffset time) =>
        score <= 0 ? 0 : Math.Pow(2, score - 1 - (time - Landmark).TotalDays / _halfLife);
}
