namespace Matinee.Engine.Boards;

/// <summary>An option of a trainer that a search may turn.</summary>
/// <param name="Name">The option's name.</param>
/// <param name="Min">The least value tried.</param>
/// <param name="Max">The largest value tried.</param>
/// <param name="Start">The value to start from.</param>
/// <param name="Logarithmic">Tries as many values from 1 to 10 as from 10 to 100.</param>
/// <param name="Whole">Tries whole numbers only.</param>
public sealed record Knob(string Name, double Min, double Max, double Start, bool Logarithmic = false, bool Whole = false)
{
    /// <summary>The value at a place from 0 to 1; places beyond are taken as the nearest end.</summary>
    public double At(double place)
    {
        place = Math.Clamp(place, 0, 1);
        var value = Logarithmic ? Min * Math.Pow(Max / Min, place) : Min + (Max - Min) * place;
        return Math.Clamp(Whole ? Math.Round(value) : value, Min, Max);
    }

    /// <summary>Where a value is; the inverse of <see cref="At"/>.</summary>
    public double PlaceOf(double value)
    {
        value = Math.Clamp(value, Min, Max);
        return Logarithmic ? Math.Log(value / Min) / Math.Log(Max / Min) : (value - Min) / (Max - Min);
    }
}
