using Matinee.Engine.Files;
using Matinee.Engine.Models;

namespace Matinee.Engine.Blend;

/// <summary>How far off a blend is: so many times what one of its members says of itself, or always the same.</summary>
/// <param name="Member">The member asked; <see cref="Nobody"/> where none can say.</param>
/// <param name="Scale">What its answer is multiplied by, or the standard deviation itself.</param>
readonly record struct BlendSpread(int Member, float Scale)
{
    /// <summary>No member can say how certain it is.</summary>
    public const int Nobody = -1;

    /// <summary>The share of held-out stars that must lie inside the interval of that share.</summary>
    public const double Share = 0.8;

    /// <summary>So many standard deviations on either side hold 80 % of a normal distribution.</summary>
    public const double Half = 1.2815515655446004;

    // What stars vary by where nothing at all is known.
    const float Unknown = 1.1f;

    // A model that was always right on a handful of ratings is not always right.
    const float Least = 0.05f;

    /// <summary>Without ratings to learn it from.</summary>
    public static BlendSpread Guess { get; } = new(Nobody, Unknown);

    /// <summary>Learns the scale so that the interval holds what it should of the errors.</summary>
    /// <param name="member">Who was asked.</param>
    /// <param name="errors">How far off the blend was; used up.</param>
    /// <param name="deviations">What the member said of the same films.</param>
    public static BlendSpread Learn(int member, Span<float> errors, ReadOnlySpan<float> deviations)
    {
        for (var i = 0; i < errors.Length; i++) errors[i] = MathF.Abs(errors[i]) / (member == Nobody ? 1 : deviations[i]);
        errors.Sort();
        var at = Math.Min(errors.Length - 1, (int)(Share * errors.Length));
        return new(member, Math.Max(Least, (float)(errors[at] / Half)));
    }

    /// <summary>The standard deviation of a film's stars around the blend's score.</summary>
    public float Of(IViewer[] viewers, int item) => Member == Nobody ? Scale : Scale * ((IUncertainViewer)viewers[Member]).Deviation(item);

    public void Save(ModelFileWriter file)
    {
        file.AddValue("spread-member", Member);
        file.AddValue("spread-scale", Scale);
    }

    public static BlendSpread Read(ModelFile file, IModel[] members)
    {
        var spread = new BlendSpread(file.Value<int>("spread-member"), file.Value<float>("spread-scale"));
        if (spread.Member < Nobody || spread.Member >= members.Length || !(spread.Scale > 0 && float.IsFinite(spread.Scale)))
            throw new ModelFileException($"The blend says it errs by {spread.Scale} times what its member {spread.Member} says.");
        return spread.Member == Nobody || members[spread.Member].FoldIn([]) is IUncertainViewer
            ? spread
            : throw new ModelFileException($"The blend's member {spread.Member} ({members[spread.Member].Kind}) can't say how certain it is.");
    }
}
