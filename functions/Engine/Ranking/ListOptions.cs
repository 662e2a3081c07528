namespace Matinee.Engine.Ranking;

/// <summary>What a viewer's list should be like; the same options and seed give the same list.</summary>
public sealed record ListOptions
{
    /// <summary>The fewest films that variety may choose among.</summary>
    public const int MinPool = SeededShuffle.Top;

    /// <summary>The most films that variety may choose among; effort grows with its square.</summary>
    public const int MaxPool = 2000;

    /// <summary>The usual <see cref="Pool"/>.</summary>
    public const int DefaultPool = 200;

    /// <summary>The usual <see cref="Temperature"/>.</summary>
    public const double DefaultTemperature = 0.5;

    /// <summary>The usual <see cref="Variety"/>.</summary>
    public const double DefaultVariety = 0.3;

    /// <summary>Gives the shuffle its luck.</summary>
    public ulong Seed { get; init; }

    /// <summary>What a difference between films is worth (<see cref="Diversity"/>).</summary>
    public double Variety { get; init => field = Check.InRange(value, Diversity.MinVariety, Diversity.MaxVariety); } = DefaultVariety;

    /// <summary>How many of the best films variety puts in order; behind them the scores alone decide.</summary>
    public int Pool { get; init => field = Check.InRange(value, MinPool, MaxPool); } = DefaultPool;

    /// <summary>How freely the top is shuffled (<see cref="SeededShuffle"/>); 0 leaves it.</summary>
    public double Temperature
    {
        get;
        init => field = Check.InRange(value, SeededShuffle.MinTemperature, SeededShuffle.MaxTemperature);
    } = DefaultTemperature;

    /// <summary>Towards popular or unknown, new or old films.</summary>
    public Dials Dials { get; init; } = new();

    /// <summary>Films that never come.</summary>
    public ItemSet Excluded { get; init; } = ItemSet.Empty;

    /// <summary>The only films that may come; all where it is null.</summary>
    public ItemSet? Allowed { get; init; }
}
