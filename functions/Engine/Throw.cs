using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace Matinee.Engine;

/// <summary>Where messages are put together, away from the loops that would carry the weight of it.</summary>
[StackTraceHidden]
static class Throw
{
    [DoesNotReturn]
    public static void Lengths(long left, long right) =>
        throw new ArgumentException($"The lengths do not match: {left} and {right}.");

    [DoesNotReturn]
    public static void Row(int row, int rows) =>
        throw new ArgumentOutOfRangeException(nameof(row), row, $"There are {rows} rows.");

    [DoesNotReturn]
    public static void NotPositiveDefinite(int row) =>
        throw new InvalidOperationException(
            $"The system of equations is not positive definite (row {row}). Increase the regularization.");
}
