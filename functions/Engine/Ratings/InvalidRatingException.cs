namespace Matinee.Engine.Ratings;

/// <summary>A rating that can't be taken in. The message names the row, the value and what is allowed.</summary>
public sealed class InvalidRatingException : ArgumentException
{
    /// <summary>Says what is wrong with which row.</summary>
    public InvalidRatingException(long row, string reason) : base($"Row {row}: {reason}") => Row = row;

    /// <summary>The row's number in the input, from 0.</summary>
    public long Row { get; }
}
