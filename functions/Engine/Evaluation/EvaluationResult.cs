using Matinee.Engine.Ratings;
using Matinee.Engine.Training;

namespace Matinee.Engine.Evaluation;

/// <summary>How one model did on one split.</summary>
public sealed class EvaluationResult
{
    readonly Dictionary<(Metric, Segment), Column> _columns;
    readonly Dictionary<(Metric, Segment), Measure> _measures;

    EvaluationResult(string model, IdMap users, ulong fingerprint, IReadOnlyList<Column> columns, IReadOnlyList<Measure> measures)
    {
        (Model, Users, Fingerprint, Measures) = (model, users, fingerprint, measures);
        _columns = columns.ToDictionary(column => (column.Metric, column.Segment));
        _measures = measures.ToDictionary(measure => (measure.Metric, measure.Segment));
    }

    /// <summary>The model's kind.</summary>
    public string Model { get; }

    /// <summary>The test users.</summary>
    public IdMap Users { get; }

    /// <summary>Of the split and of the options that change what a number means: only equal ones can be compared.</summary>
    public ulong Fingerprint { get; }

    /// <summary>Everything measured; a segment without users or test films has no measures.</summary>
    public IReadOnlyList<Measure> Measures { get; }

    /// <summary>One measure.</summary>
    /// <exception cref="KeyNotFoundException">It was not measured, or the segment is empty; see <see cref="Find"/>.</exception>
    public Measure this[Metric metric, Segment segment = Segment.All] => Find(metric, segment) ?? throw Missing(metric, segment);

    /// <summary>One measure, or null where there is none.</summary>
    public Measure? Find(Metric metric, Segment segment = Segment.All) => _measures.GetValueOrDefault((metric, segment));

    /// <summary>A metric of each user who has one, by ascending id; none for coverage and Gini, which belong to no user.</summary>
    public IReadOnlyList<UserValue> OfUsers(Metric metric, Segment segment = Segment.All)
    {
        if (!_columns.TryGetValue((metric, segment), out var column)) return [];
        var values = new List<UserValue>(column.Users.Length);
        for (var i = 0; i < column.Users.Length; i++)
        {
            if (column.Weights[i] > 0) values.Add(new(Users[column.Users[i]], column.OfUser(i)));
        }

        return values;
    }

    internal Column ColumnOf(Metric metric, Segment segment) =>
        _columns.GetValueOrDefault((metric, segment)) ?? throw Missing(metric, segment);

    internal static EvaluationResult Of(
        string model,
        IdMap users,
        ulong fingerprint,
        IEnumerable<Column> columns,
        IEnumerable<Measure> others,
        BootstrapOptions options,
        TrainingRun run)
    {
        // Columns of one segment stand together, so that a resample is drawn once for all of them.
        var kept = columns.Where(column => !column.IsEmpty).OrderBy(column => column.Segment).ToList();
        var intervals = Bootstrap.Intervals(kept, options, run);
        var measures = kept.Select((column, i) => new Measure(
            column.Metric, column.Segment, column.Value(), intervals[i], column.Weights.Count(weight => weight > 0)));
        return new(model, users, fingerprint, kept, [.. measures, .. others]);
    }

    KeyNotFoundException Missing(Metric metric, Segment segment) =>
        new($"{metric} of {segment} was not measured for '{Model}'; measured were " +
            $"{string.Join(", ", Measures.Select(m => $"{m.Metric} of {m.Segment}"))}.");
}
