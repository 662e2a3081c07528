namespace Matinee.Engine.Models;

/// <summary>A film and its score.</summary>
public readonly record struct Scored(int Item, float Score) : IComparable<Scored>
{
    /// <summary>Best first; equal scores by ascending film, so that an order is always the same.</summary>
    public int CompareTo(Scored other)
    {
        var byScore = other.Score.CompareTo(Score);
        return byScore != 0 ? byScore : Item.CompareTo(other.Item);
    }

    /// <summary>Is the left one ranked before the right one?</summary>
    public static bool operator <(Scored left, Scored right) => left.CompareTo(right) < 0;

    /// <summary>Is the left one ranked after the right one?</summary>
    public static bool operator >(Scored left, Scored right) => left.CompareTo(right) > 0;

    /// <summary>Is the left one ranked before the right one, or the same?</summary>
    public static bool operator <=(Scored left, Scored right) => left.CompareTo(right) <= 0;

    /// <summary>Is the left one ranked after the right one, or the same?</summary>
    public static bool operator >=(Scored left, Scored right) => left.CompareTo(right) >= 0;
}
