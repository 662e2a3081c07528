using Matinee.Engine.Models;
using Matinee.Engine.Ratings;

namespace Matinee.Engine.Evaluation;

/// <summary>How alike the films of a list are.</summary>
/// <remarks>
/// With v the films' vectors scaled to length 1, ‖Σv‖² = Σ‖v‖² + 2·Σcos over pairs: adding the vectors up costs one walk
/// over each film's raters, where comparing pairs would cost one for each pair.
/// </remarks>
sealed class ListSimilarity(IModel model, Interactions training, FilmFeatures? features)
{
    readonly int[] _inTraining = Array.ConvertAll(model.Items.Ids.ToArray(), training.Items.IndexOf);

    /// <summary>How many sums <see cref="Mean"/> needs; they are zero before and after.</summary>
    public int Width => features?.Width ?? training.Users.Count;

    /// <summary>The mean cosine of the pairs, a film without raters or features like nothing; 0 for fewer than two films.</summary>
    public double Mean(ReadOnlySpan<int> list, double[] sums)
    {
        if (list.Length < 2) return 0;
        var (squares, filled) = (0.0, 0);
        foreach (var item in list) filled += features is null ? AddRaters(item, sums) : AddFeatures(features.Of(model.Items[item]), sums);
        if (features is null)
        {
            foreach (var item in list) squares += TakeRaters(item, sums);
        }
        else
        {
            foreach (var sum in sums) squares += sum * sum;
            Array.Clear(sums);
        }

        return (squares - filled) / ((double)list.Length * (list.Length - 1));
    }

    int AddRaters(int item, double[] sums)
    {
        var raters = Raters(item);
        var value = 1 / Math.Sqrt(raters.Length);
        foreach (var user in raters) sums[user] += value;
        return raters.IsEmpty ? 0 : 1;
    }

    double TakeRaters(int item, double[] sums)
    {
        var squares = 0.0;
        foreach (var user in Raters(item))
        {
            squares += sums[user] * sums[user];
            sums[user] = 0;
        }

        return squares;
    }

    ReadOnlySpan<int> Raters(int item) => _inTraining[item] < 0 ? [] : training.OfItem(_inTraining[item]).Others;

    static int AddFeatures(ReadOnlySpan<float> row, double[] sums)
    {
        var squares = 0.0;
        foreach (var value in row) squares += (double)value * value;
        if (squares == 0) return 0;
        var scale = 1 / Math.Sqrt(squares);
        for (var i = 0; i < row.Length; i++) sums[i] += scale * row[i];
        return 1;
    }
}
