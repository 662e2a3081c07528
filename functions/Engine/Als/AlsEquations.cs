using System.Numerics.Tensors;
using Matinee.Engine.Numerics;
using Matinee.Engine.Ratings;

namespace Matinee.Engine.Als;

/// <summary>The equations of one viewer, solved.</summary>
sealed class AlsEquations
{
    const int GatheredAtOnce = 64;

    readonly AlsModel _model;
    readonly OwnRating[] _own;
    readonly float[] _factored;

    /// <param name="model">The model.</param>
    /// <param name="own">The own ratings.</param>
    /// <param name="counted">Of how many ratings the regularization is.</param>
    public AlsEquations(AlsModel model, OwnRating[] own, int counted)
    {
        (_model, _own) = (model, own);
        _factored = model.ViewerMatrix.ToArray();
        X = new float[model.Width];
        Collect();
        for (var i = 0; i < X.Length; i++) _factored[i * X.Length + i] += counted * model.Evidence.Regularization;
        Cholesky.Factor(_factored, X.Length);
        Solve(X);
    }

    /// <summary>The viewer's vector.</summary>
    public float[] X { get; }

    /// <summary>Replaces b by A⁻¹·b.</summary>
    public void Solve(Span<float> b) => Cholesky.Solve(_factored, X.Length, b);

    /// <summary>What fraction of its pull each own rating takes along when it is left out, the same for all films.</summary>
    public float[] Missed()
    {
        var missed = new float[_own.Length];
        var lengths = SolvedLengths();
        for (var j = 0; j < missed.Length; j++)
        {
            var weight = Weight(j);
            missed[j] = (1 - _model.Evidence.ShareOfWeight(weight) * Kernels.Dot(_model.Of(_own[j].Item), X)) / (1 - weight * lengths[j]);
        }

        return missed;
    }

    void Collect()
    {
        var width = X.Length;
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
                Kernels.AddScaled(weight + _model.Evidence.Surplus, film, X);
            }

            Kernels.AddGramLower(gathered.AsSpan(0, count * width), width, _factored);
        }
    }

    // y·A⁻¹·y of each own film: the squared length of L⁻¹·y. All are solved at once, unknown after unknown, which turns many short
    // products into few long additions.
    float[] SolvedLengths()
    {
        var (width, count) = (X.Length, _own.Length);
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
            for (var c = 0; c < r; c++) Kernels.AddScaled(-_factored[r * width + c], unknowns.AsSpan(c * count, count), solved);
            TensorPrimitives.Divide(solved, _factored[r * width + r], solved);
            TensorPrimitives.MultiplyAdd(solved, solved, lengths, lengths);
        }

        return lengths;
    }

    float Weight(int rating) => _model.Evidence.Stars.Of(_own[rating].Stars);
}
