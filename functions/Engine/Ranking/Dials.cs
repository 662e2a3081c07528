namespace Matinee.Engine.Ranking;

/// <summary>How far a viewer turned towards popular or unknown, new or old films; at 0 nothing changes.</summary>
public sealed record Dials
{
    /// <summary>A dial turned fully down.</summary>
    public const double Min = -1;

    /// <summary>A dial turned fully up.</summary>
    public const double Max = 1;

    /// <summary>Above 0 for films that many have rated, below 0 for films that few have.</summary>
    public double Popularity { get; init => field = Check.InRange(value, Min, Max); }

    /// <summary>Above 0 for new films, below 0 for old ones.</summary>
    public double Recency { get; init => field = Check.InRange(value, Min, Max); }
}
