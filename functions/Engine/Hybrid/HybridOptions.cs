using Matinee.Engine.Evaluation;
using Matinee.Engine.Models;
using Matinee.Engine.Ratings;

namespace Matinee.Engine.Hybrid;

/// <summary>What <see cref="HybridTrainer"/> blends, and how it learns to.</summary>
public sealed record HybridOptions
{
    /// <summary>The most members.</summary>
    public const int MaxMembers = 16;

    /// <summary>The most that can be held out: the members would learn from less than half.</summary>
    public const double MaxHeldOut = 0.5;

    /// <summary>The default of <see cref="HeldOut"/>.</summary>
    public const double DefaultHeldOut = 0.1;

    /// <summary>The default of <see cref="ColdFilms"/>.</summary>
    public const double DefaultColdFilms = 0.02;

    /// <summary>The default of <see cref="NewFilmUpTo"/>.</summary>
    public const int DefaultNewFilmUpTo = 3;

    /// <summary>The default of <see cref="Viewers"/>.</summary>
    public const int DefaultViewers = 5000;

    /// <summary>The most viewers.</summary>
    public const int MaxViewers = 1_000_000;

    /// <summary>The trainers of the models to blend, at least one; all must make lists and explain them.</summary>
    public required IReadOnlyList<ITrainer> Members
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            Check.InRange(value.Count, 1, MaxMembers, nameof(Members));
            field = value;
        }
    }

    /// <summary>The share of the ratings that the weights are learned on, before the members are fitted again on all.</summary>
    public double HeldOut { get; init => field = Check.InRange(value, 0.01, MaxHeldOut); } = DefaultHeldOut;

    /// <summary>The share of the films of which every rating is held out, so that the weights of new films are learned as well.</summary>
    public double ColdFilms { get; init => field = Check.InRange(value, 0, MaxHeldOut); } = DefaultColdFilms;

    /// <summary>The most ratings of a new film.</summary>
    public int NewFilmUpTo { get; init => field = Check.InRange(value, 0, int.MaxValue); } = DefaultNewFilmUpTo;

    /// <summary>Which viewers are new and which heavy, and which films are popular.</summary>
    public SegmentOptions Segments { get; init; } = new();

    /// <summary>How long the lists are that the weights are to make good.</summary>
    public int K { get; init => field = Check.InRange(value, 1, ListEvaluationOptions.MaxK); } = ListEvaluationOptions.DefaultK;

    /// <summary>The least stars with which a film that was held out belongs on a list.</summary>
    public float RelevantFrom { get; init => field = Check.InRange(value, Stars.Min, Stars.Max); } = Stars.Min;

    /// <summary>On how many viewers, drawn at random, the weights are learned.</summary>
    public int Viewers { get; init => field = Check.InRange(value, 1, MaxViewers); } = DefaultViewers;
}
