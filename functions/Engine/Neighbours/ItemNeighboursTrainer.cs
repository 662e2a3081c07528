using Matinee.Engine.Baseline;
using Matinee.Engine.Models;
using Matinee.Engine.Numerics;
using Matinee.Engine.Ratings;
using Matinee.Engine.Training;

namespace Matinee.Engine.Neighbours;

/// <summary>Finds the films most like each film: those that the same people like more, or less, than expected.</summary>
/// <remarks>
/// Likeness is the correlation of what is left of the ratings after the baseline, over the viewers in common, shrunk by how
/// few they are. A row of likenesses is summed up from the rows of the film's viewers, so pairs without a viewer in common cost nothing.
/// </remarks>
public sealed class ItemNeighboursTrainer(ItemNeighboursOptions? options = null) : ITrainer
{
    // The row of a film that everyone has seen is thousands of times the work of another.
    const int Chunk = 4;

    readonly ItemNeighboursOptions _options = options ?? new();

    /// <inheritdoc/>
    public string Name => ItemNeighboursModel.Name;

    /// <inheritdoc/>
    public IModel Fit(Interactions ratings, TrainingRun run)
    {
        ArgumentNullException.ThrowIfNull(ratings);
        ArgumentNullException.ThrowIfNull(run);
        var baseline = new BaselineTrainer(_options.Baseline).Fit(ratings, run);
        var residuals = Residuals.Of(ratings, baseline, run);
        var films = ratings.Items.Count;
        var nearest = new Scored[films][];
        var steps = new Steps(run, "Comparing films", films);
        Rows.ForEach(films, run, () => new Overlaps(films, Math.Min(films, _options.Neighbours)), (item, overlaps) =>
        {
            Compare(ratings, residuals, item, overlaps);
            nearest[item] = overlaps.TakeNearest(item, (float)_options.Shrinkage);
            steps.Done();
        }, Chunk);
        return new ItemNeighboursModel(baseline, Join(nearest), _options.Damping);
    }

    static void Compare(Interactions ratings, Residuals residuals, int item, Overlaps overlaps)
    {
        var viewers = ratings.OfItem(item);
        for (var i = 0; i < viewers.Count; i++)
        {
            var viewer = viewers.Others[i];
            var own = residuals.Of(viewer, item, viewers.StarsAt(i));
            var row = residuals.ByUser[viewer];
            for (var j = 0; j < row.Count; j++) overlaps.Add(row.Columns[j], own, row.Values[j]);
        }
    }

    static SparseRows Join(Scored[][] rows)
    {
        var offsets = new int[rows.Length + 1];
        for (var row = 0; row < rows.Length; row++) offsets[row + 1] = offsets[row] + rows[row].Length;
        var (columns, values) = (new int[offsets[^1]], new float[offsets[^1]]);
        var at = 0;
        foreach (var neighbour in rows.SelectMany(row => row)) (columns[at], values[at++]) = (neighbour.Item, neighbour.Score);
        return new(offsets, columns, values);
    }
}
