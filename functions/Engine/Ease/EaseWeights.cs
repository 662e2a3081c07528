using System.Numerics.Tensors;
using Matinee.Engine.Files;
using Matinee.Engine.Models;
using Matinee.Engine.Neighbours;
using Matinee.Engine.Numerics;
using Matinee.Engine.Ranking;
using Matinee.Engine.Training;

namespace Matinee.Engine.Ease;

/// <summary>What each film says of others.</summary>
/// <param name="OfOwn">A row for each film: what having seen it adds to the scores of others, in ascending order of these.</param>
/// <param name="Spreads">For each film the root of its place on the diagonal of the inverse; 0 for a film that takes no part.</param>
sealed record EaseWeights(SparseRows OfOwn, ReadOnlyMemory<float> Spreads)
{
    const string WeightsSection = "weights";
    const string SpreadsSection = "spreads";

    /// <summary>Takes the strongest weights of the films that take part from the inverse, whose values are used up.</summary>
    public static EaseWeights Of(SymmetricMatrix inverse, int[] films, int items, int kept, TrainingRun run)
    {
        var rows = new Scored[films.Length][];
        var diagonal = new float[films.Length];
        for (var i = 0; i < films.Length; i++) diagonal[i] = inverse.Row(i)[i];
        var steps = new Steps(run, "Keeping the strongest weights", films.Length);
        Rows.ForEach(films.Length, run, () => new float[films.Length], (own, strengths) =>
        {
            var weights = inverse.Row(own)[..films.Length];
            TensorPrimitives.Divide(weights, diagonal, weights);
            TensorPrimitives.Abs(weights, strengths);
            rows[own] = TopItems.Of(strengths, kept, excluded: ItemSet.Of(own));
            for (var i = 0; i < rows[own].Length; i++) rows[own][i] = new(films[rows[own][i].Item], -weights[rows[own][i].Item]);
            Array.Sort(rows[own], (left, right) => left.Item.CompareTo(right.Item));
            steps.Done();
        });

        var offsets = new int[items + 1];
        var spreads = new float[items];
        for (var own = 0; own < films.Length; own++)
        {
            offsets[films[own] + 1] = rows[own].Length;
            spreads[films[own]] = MathF.Sqrt(diagonal[own]);
        }

        for (var item = 0; item < items; item++) offsets[item + 1] = checked(offsets[item + 1] + offsets[item]);
        var all = rows.SelectMany(row => row);
        return new(new(offsets, all.Select(weight => weight.Item).ToArray(), all.Select(weight => weight.Score).ToArray()), spreads);
    }

    public void Add(ModelFileWriter file)
    {
        OfOwn.Add(file.Within(WeightsSection, WeightsSection));
        file.Add(SpreadsSection, Spreads);
    }

    public static EaseWeights Read(ModelFile file, int items)
    {
        var ofOwn = SparseRows.Read(file.Within(WeightsSection), items, items);
        ofOwn.RequireAscending("weights of film"); // they are looked up by halving
        return new(ofOwn, file.Section<float>(SpreadsSection, items));
    }

    /// <summary>What having seen one film adds to the score of another.</summary>
    public float this[int own, int item]
    {
        get
        {
            var row = OfOwn[own];
            var at = row.Columns.BinarySearch(item);
            return at < 0 ? 0 : row.Values[at];
        }
    }
}
