using System.Numerics.Tensors;
using Matinee.Engine.Models;
using Matinee.Engine.Numerics;
using Matinee.Engine.Ratings;

namespace Matinee.Engine.Als;

/// <summary>A viewer's vector, and the equations it solves.</summary>
/// <remarks>
/// With A = the viewer matrix + Σ w·y·yᵀ over the own ratings, x = A⁻¹·Σ w·y. So the score y·x of a film is the sum of y·A⁻¹·(w·yⱼ),
/// the parts of the own ratings j. Without j the equations lose one term; by Sherman and Morrison's formula the score then falls
/// by exactly part · (1 − yⱼ·x) / (1 − w·yⱼ·A⁻¹·yⱼ): the better the other ratings foretell j, the less it is missed.
/// </remarks>
sealed class AlsViewer : Viewer, IExplainingViewer
{
    const int GatheredAtOnce = 64;

    readonly AlsModel _model;
    readonly OwnRating[] _own;
    readonly float[] _equations; // factored
    readonly float[] _x;
    readonly Lazy<float[]> _missed;

    public AlsViewer(AlsModel model, OwnRating[] own) : base(model.Items.Count)
    {
        (_model, _own) = (model, own);
        _equations = model.ViewerMatrix.ToArray();
        _x = new float[model.Width];
        Collect();
        Cholesky.Factor(_equations, _x.Length);
        Cholesky.Solve(_equations, _x.Length, _x);
        _missed = new(Missed);
    }

    public override float Score(int item) => IsKnown(item) ? Kernels.Dot(_model.Of(item), _x) : 0;

    public override void ScoreAll(Span<float> scores) => Kernels.RowsDot(_model.Factors.Span, _x, scores);

    public IReadOnlyList<Explanation> Explain(ReadOnlySpan<int> items)
    {
        var missed = _missed.Value;
        var explanations = new Explanation[items.Length];
        var direction = new float[_x.Length];
        for (var i = 0; i < items.Length; i++)
        {
            direction.AsSpan().Clear();
            if (IsKnown(items[i])) _model.Of(items[i]).CopyTo(direction);
            Cholesky.Solve(_equations, direction.Length, direction);
            var shares = new Share[_own.Length];
            for (var j = 0; j < shares.Length; j++)
            {
                var part = Weight(j) * Kernels.Dot(_model.Of(_own[j].Item), direction);
                shares[j] = new(_own[j].Item, part, part * missed[j]);
            }

            explanations[i] = new(items[i], Score(items[i]), 0, shares);
        }

        return explanations;
    }

    void Collect()
    {
        var width = _x.Length;
        var gathered = new float[Math.Min(GatheredAtOnce, _own.Length) * width];
        for (var first = 0; first < _own.Length; first += GatheredAtOnce)
        {
            var count = Math.Min(GatheredAtOnce, _own.Length - first);
            gathered.AsSpan().Clear();
            for (var i = 0; i < count; i++)
            {
                var film = _model.Of(_own[first + i].Item);
                var weight = Weight(first + i);
                Kernels.AddScaled(MathF.Sqrt(weight), film, gathered.AsSpan(i * width, width));
                Kernels.AddScaled(weight, film, _x);
            }

            Kernels.AddGramLower(gathered.AsSpan(0, count * width), width, _equations);
        }
    }

    // What fraction of its part each own rating would take along, the same for all films.
    float[] Missed()
    {
        var missed = new float[_own.Length];
        var lengths = SolvedLengths();
        for (var j = 0; j < missed.Length; j++)
            missed[j] = (1 - Kernels.Dot(_model.Of(_own[j].Item), _x)) / (1 - Weight(j) * lengths[j]);
        return missed;
    }

    // y·A⁻¹·y of each own film: the squared length of L⁻¹·y. All are solved at once, unknown after unknown, which turns many short
    // products into few long additions.
    float[] SolvedLengths()
    {
        var (width, count) = (_x.Length, _own.Length);
        var unknowns = new float[width * count];
        for (var j = 0; j < count; j++)
        {
            var film = _model.Of(_own[j].Item);
            for (var r = 0; r < width; r++) unknowns[r * count + j] = film[r];
        }

        var lengths = new float[count];
        for (var r = 0; r < width; r++)
        {
            var solved = unknowns.AsSpan(r * count, count);
            for (var c = 0; c < r; c++) Kernels.AddScaled(-_equations[r * width + c], unknowns.AsSpan(c * count, count), solved);
            TensorPrimitives.Divide(solved, _equations[r * width + r], solved);
            TensorPrimitives.MultiplyAdd(solved, solved, lengths, lengths);
        }

        return lengths;
    }

    bool IsKnown(int item) => (uint)item < (uint)_model.Items.Count;

    float Weight(int rating) => _model.Stars.Of(_own[rating].Stars);
}
