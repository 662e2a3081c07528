namespace Matinee.Engine.Evaluation;

/// <summary>Where segments begin and end.</summary>
public sealed record SegmentOptions
{
    /// <summary>See <see cref="NewUpTo"/>.</summary>
    public const int DefaultNewUpTo = 20;

    /// <summary>See <see cref="HeavyFrom"/>.</summary>
    public const int DefaultHeavyFrom = 100;

    /// <summary>See <see cref="HeadShare"/>.</summary>
    public const double DefaultHeadShare = 0.5;

    /// <summary>The most ratings in training of a new user.</summary>
    public int NewUpTo { get; init => field = Check.InRange(value, 0, int.MaxValue); } = DefaultNewUpTo;

    /// <summary>The fewest ratings in training of a heavy user.</summary>
    public int HeavyFrom { get; init => field = Check.InRange(value, 1, int.MaxValue); } = DefaultHeavyFrom;

    /// <summary>The head is the fewest films, most rated first, that make up this share of the ratings in training.</summary>
    public double HeadShare { get; init => field = Check.InRange(value, 0, 1); } = DefaultHeadShare;

    internal Segment OfUser(int ratings) =>
        ratings <= NewUpTo ? Segment.NewUsers : ratings >= HeavyFrom ? Segment.HeavyUsers : Segment.RegularUsers;

    internal ulong AddTo(ulong fingerprint) =>
        Split.Mix(Split.Mix(Split.Mix(fingerprint, (ulong)NewUpTo), (ulong)HeavyFrom), BitConverter.DoubleToUInt64Bits(HeadShare));
}
