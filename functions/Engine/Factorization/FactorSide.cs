using System.Runtime.InteropServices;
using Matinee.Engine.Ratings;
using Matinee.Engine.Training;

namespace Matinee.Engine.Factorization;

/// <summary>One side of the factorization while it is fitted: all users, or all items.</summary>
sealed class FactorSide
{
    // What is assumed before the data speaks, and the weight of that in the estimates (as a gamma prior).
    const float FirstPrecision = 5;
    const double PriorSpread = 0.02;
    const float FirstDeviation = 0.3f;

    readonly MomentLayout _layout;
    readonly float[] _variances;
    readonly double[] _errors;

    public FactorSide(int rows, int features, MomentLayout layout)
    {
        if ((long)rows * layout.Stride > Array.MaxLength || (long)features * layout.Width > Array.MaxLength)
            throw new ArgumentException($"{rows:N0} rows with {layout.Factors} factors do not fit into memory. Take fewer factors.");
        (Rows, _layout) = (rows, layout);
        Means = new float[rows * layout.Width];
        Priors = new float[rows * layout.Width];
        Moments = new float[rows * layout.Stride];
        Weights = new float[features * layout.Width];
        Precisions = new float[layout.Width];
        Precisions.AsSpan().Fill(FirstPrecision);
        _variances = new float[rows * layout.Width];
        _errors = new double[rows];
    }

    public int Rows { get; }

    /// <summary>Factors and bias of each row.</summary>
    public float[] Means { get; }

    /// <summary>Where each row is expected before its stars are looked at.</summary>
    public float[] Priors { get; }

    /// <summary>The moments of each row, laid out by <see cref="MomentLayout"/>.</summary>
    public float[] Moments { get; }

    /// <summary>What the presence of a rating from or for each row of the other side tells.</summary>
    public float[] Weights { get; }

    /// <summary>How closely rows keep to their priors, for each unknown.</summary>
    public float[] Precisions { get; }

    /// <summary>Takes in factors to start from, as if they were certain; they come with a standard deviation of one.</summary>
    public void Start(ReadOnlySpan<float> factors)
    {
        for (var row = 0; row < Rows; row++)
        {
            var moments = Row(Moments, row, _layout.Stride);
            var mean = Row(Means, row, _layout.Width);
            for (var f = 0; f < _layout.Factors; f++) mean[f] = FirstDeviation * factors[row * _layout.Factors + f];
            var at = 0;
            for (var r = 0; r < _layout.Factors; r++)
            {
                for (var c = 0; c <= r; c++) moments[at++] = mean[r] * mean[c];
            }

            mean[.._layout.Factors].CopyTo(moments[at..]);
            moments[_layout.Cross - 1] = 1;
        }
    }

    /// <summary>Solves every row against the other side; returns the expected sum of squared errors.</summary>
    public double Solve(FactorSide other, RowsOfRatings ratings, float meanStars, float noisePrecision, TrainingRun run)
    {
        Numerics.Rows.ForEach(Rows, run, () => (Equations: new RowEquations(_layout), Stars: new List<float>()), (row, scratch) =>
        {
            var own = ratings(row);
            scratch.Stars.Clear();
            foreach (var halves in own.Halves) scratch.Stars.Add(Stars.FromHalves(halves) - meanStars);
            var equations = scratch.Equations;
            equations.Collect(other.Moments, own.Others, CollectionsMarshal.AsSpan(scratch.Stars));
            equations.Solve(noisePrecision, Precisions, Row(Priors, row, _layout.Width));
            equations.Mean.CopyTo(Row(Means, row, _layout.Width));
            equations.WriteMoments(Row(Moments, row, _layout.Stride));
            for (var i = 0; i < _layout.Width; i++) _variances[row * _layout.Width + i] = equations.Variance(i);
            _errors[row] = equations.ExpectedSquaredError();
        });
        return _errors.Sum();
    }

    /// <summary>Learns how closely the rows keep to their priors from how closely they did.</summary>
    public void LearnPrecisions()
    {
        for (var i = 0; i < _layout.Width; i++)
        {
            var spread = PriorSpread;
            for (var at = i; at < Means.Length; at += _layout.Width)
            {
                double stray = Means[at] - Priors[at];
                spread += stray * stray + _variances[at];
            }

            Precisions[i] = (float)((Rows + 1) / spread);
        }
    }

    static Span<float> Row(float[] values, int row, int width) => values.AsSpan(row * width, width);
}

/// <summary>The ratings of a row, by user or by item.</summary>
delegate RatingRow RowsOfRatings(int row);
