using Matinee.Engine;
using Matinee.Engine.Portraits;

namespace Matinee.MlNet.Portraits;

/// <summary>How <see cref="MlNetPortraitsTrainer"/> divides people.</summary>
public sealed record MlNetPortraitsOptions
{
    /// <summary>The most fits.</summary>
    public const int MaxRestarts = 1000;

    /// <summary>How many portraits; null lets the engine decide.</summary>
    public int? Portraits { get; init => field = value is { } count ? Check.InRange(count, PortraitsOptions.MinPortraits, PortraitsOptions.MaxPortraits) : null; }

    /// <summary>How many times ML.NET fits; the best counts.</summary>
    public int Restarts { get; init => field = Check.InRange(value, 1, MaxRestarts); } = PortraitsOptions.DefaultRestarts;
}
