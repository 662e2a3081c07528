using System.Numerics;
using System.Runtime.CompilerServices;

namespace Matinee.Engine;

/// <summary>Refuses options out of their range, so that a wrong one can't exist.</summary>
static class Check
{
    /// <summary>The value itself; the error names the option, the value and the range. NaN is in no range.</summary>
    public static T InRange<T>(T value, T min, T max, [CallerMemberName] string option = "") where T : INumber<T> =>
        value >= min && value <= max
            ? value
            : throw new ArgumentOutOfRangeException(option, value, $"{option} must be from {min} to {max}.");
}
