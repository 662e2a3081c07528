using Matinee.Engine.Facts;
using Matinee.Engine.Portraits;

namespace Matinee.Engine.Statistics;

/// <summary>
/// What statistics may know of a person. There is no id in it, nor a place in any table: nothing made of it can take a number that
/// only names somebody for a measurement.
/// </summary>
public sealed class PersonView
{
    readonly FeatureSpace _space;
    readonly double[] _raw;

    internal PersonView(FeatureSpace space, double[] raw, TasteTally tally, PersonFacts facts, int? portrait) =>
        (_space, _raw, Ratings, MeanStars, Facts, Portrait) = (space, raw, tally.Count, tally.Stars / tally.Count, facts, portrait);

    /// <summary>How many films they have rated.</summary>
    public int Ratings { get; }

    /// <summary>The mean of their stars.</summary>
    public double MeanStars { get; }

    /// <summary>What they have told of themselves.</summary>
    public PersonFacts Facts { get; }

    /// <summary>The place of their portrait among those of the model; null without a model.</summary>
    public int? Portrait { get; }

    /// <summary>A feature before scaling, such as the affinity to a genre; NaN where it is not known.</summary>
    public double Feature(FeatureKind kind, string of = "")
    {
        for (var i = 0; i < _raw.Length; i++)
        {
            if (_space.Columns[i].Kind == kind && _space.Columns[i].Of == of) return _raw[i];
        }

        return double.NaN;
    }
}

/// <summary>A number that can be told of every person; NaN where it is not known of one.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Of">Measures a person.</param>
public sealed record PersonColumn(string Name, Func<PersonView, double> Of);
