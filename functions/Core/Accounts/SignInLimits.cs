namespace Matinee.Core.Accounts;

/// <summary>How often passwords may be tried and accounts be made.</summary>
public sealed record SignInLimits
{
    /// <summary>The most of any of these numbers.</summary>
    public const int MaxAttempts = 1_000_000;

    /// <summary>Wrong passwords for one login name from one address within <see cref="Window"/>.</summary>
    public int PerNameAndAddress { get; init => field = Checked(value, nameof(PerNameAndAddress)); } = 10;

    /// <summary>Wrong passwords from one address, for whatever names, within <see cref="Window"/>.</summary>
    public int PerAddress { get; init => field = Checked(value, nameof(PerAddress)); } = 100;

    /// <summary>Accounts made from one address within <see cref="Window"/>.</summary>
    public int Registrations { get; init => field = Checked(value, nameof(Registrations)); } = 20;

    /// <summary>After which all of them are forgotten.</summary>
    public TimeSpan Window
    {
        get;
        init => field = value > TimeSpan.Zero && value <= TimeSpan.FromDays(1)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Window), value, "Window must be more than nothing and at most a day.");
    } = TimeSpan.FromMinutes(15);

    static int Checked(int value, string option) => value is >= 1 and <= MaxAttempts
        ? value
        : throw new ArgumentOutOfRangeException(option, value, $"{option} must be from 1 to {MaxAttempts}.");
}
