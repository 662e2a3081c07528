using Matinee.Engine.Facts;
using Matinee.Engine.Models;
using Matinee.Engine.Numerics;
using Matinee.Engine.Ratings;
using Matinee.Engine.Training;

namespace Matinee.Engine.Blend;

/// <summary>What a blend's members say of ratings that none of them saw: what the weights and the spread are learned from.</summary>
sealed class HeldOutAnswers
{
    // In squared stars a rating: enough to settle the weights of members that say nearly the same.
    const double Ridge = 0.003;

    readonly IReadOnlyList<Rating> _held;
    readonly int _members;
    readonly float[] _predicted;
    readonly float[] _deviations;
    readonly bool[] _uncertain;

    public HeldOutAnswers(IModel[] models, Interactions kept, IReadOnlyList<Rating> held, KnownFacts facts, TrainingRun run)
    {
        (_held, _members) = (held, models.Length);
        (_predicted, _deviations) = (new float[held.Count * _members], new float[held.Count * _members]);
        _uncertain = Array.ConvertAll(models, model => model.FoldIn([]) is IUncertainViewer);
        var people = held.Select((rating, row) => (rating.User, rating.Item, Row: row)).GroupBy(rating => rating.User).ToArray();
        Rows.ForEach(people.Length, run, () => 0, (person, _) =>
        {
            var id = people[person].Key;
            var user = kept.Users.IndexOf(id);
            var viewers = BlendModel.Viewers(models, user < 0 ? [] : kept.OfUser(user).ToOwn(), facts.OfPerson(id));
            foreach (var (_, film, row) in people[person])
            {
                var item = kept.Items.IndexOf(film);
                for (var m = 0; m < _members; m++)
                {
                    _predicted[row * _members + m] = viewers[m].Score(item);
                    if (viewers[m] is IUncertainViewer viewer) _deviations[row * _members + m] = viewer.Deviation(item);
                }
            }
        });
    }

    /// <summary>Ridge regression, drawn towards equal weights; the first weight is a constant.</summary>
    public float[] Weigh()
    {
        var width = _members + 1;
        var matrix = new double[width * width];
        var right = new double[width];
        for (var row = 0; row < _held.Count; row++)
        {
            // The regression corrects the plain mean of the members, so that the ridge draws towards it.
            var values = _predicted.AsSpan(row * _members, _members);
            var target = _held[row].Stars - Mean(values);
            for (var r = 0; r < width; r++)
            {
                var left = r == 0 ? 1 : values[r - 1];
                right[r] += left * target;
                for (var c = 0; c <= r; c++) matrix[r * width + c] += left * (c == 0 ? 1 : values[c - 1]);
            }
        }

        for (var r = 0; r < width; r++) matrix[r * width + r] += Ridge * _held.Count;
        var solved = NormalEquations.Solve(matrix, right);
        var weights = new float[width];
        for (var r = 0; r < width; r++) weights[r] = (float)(solved[r] + (r == 0 ? 0 : 1.0 / _members));
        return weights;
    }

    /// <summary>The spread of a blend with these weights, by the heaviest of the members that can say how certain they are.</summary>
    public BlendSpread Spread(float[] weights)
    {
        var member = Enumerable.Range(0, _members).Where(m => _uncertain[m]).OrderByDescending(m => weights[m + 1]).FirstOrDefault(BlendSpread.Nobody);
        var (errors, deviations) = (new float[_held.Count], new float[_held.Count]);
        for (var row = 0; row < _held.Count; row++)
        {
            var score = weights[0];
            for (var m = 0; m < _members; m++) score += weights[m + 1] * _predicted[row * _members + m];
            errors[row] = Stars.Clamp(score) - _held[row].Stars;
            if (member != BlendSpread.Nobody) deviations[row] = _deviations[row * _members + member];
        }

        return BlendSpread.Learn(member, errors, deviations);
    }

    static double Mean(ReadOnlySpan<float> values)
    {
        var sum = 0.0;
        foreach (var value in values) sum += value;
        return sum / values.Length;
    }
}
