using Matinee.Engine.Factorization;
using Matinee.Engine.Numerics;
using Matinee.Engine.Ratings;
using Matinee.Engine.Training;

namespace Matinee.MlNet.Factorization;

/// <summary>What the ratings say of how sure the factors are, of which ML.NET says nothing (MacKay's evidence framework).</summary>
/// <remarks>
/// Given the other side, a row is normal with precision Λ + τ·Σ x·xᵀ. Every row uses up as many ratings as it has unknowns that
/// the ratings decide, so that the noise is larger than the errors of the fit: τ = (ratings − used up) / Σ errors².
/// </remarks>
sealed class Evidence
{
    // As the engine's own factorization assumes before the data speaks, and claims at most.
    const double PriorSpread = 0.02;
    const double MaxNoisePrecision = 48;
    const int Rounds = 3;

    readonly MomentLayout _layout;
    readonly FactorTable _table;
    readonly Interactions _ratings;
    readonly float[] _ofFilms;

    Evidence(FactorTable table, Residuals residuals)
    {
        (_table, _ratings, _layout) = (table, residuals.Ratings, new(table.Width));
        OfUsers = Precisions(table.Users, residuals.UserBiases);
        _ofFilms = Precisions(table.Films, residuals.Baseline.ItemBiases);
    }

    /// <summary>How closely users keep to nothing special, by each factor and by bias.</summary>
    public float[] OfUsers { get; }

    /// <summary>One over the variance of a rating around its prediction.</summary>
    public float Noise { get; private set; } = 1;

    public static Evidence Of(FactorTable table, Residuals residuals, TrainingRun run)
    {
        var evidence = new Evidence(table, residuals);
        if (residuals.Ratings.Count == 0) return evidence;
        var squares = 0.0;
        foreach (var (user, film, value) in residuals.All())
        {
            double missed = value - Kernels.Dot(table.OfUser(user), table.OfFilm(film));
            squares += missed * missed;
        }

        var used = 0.0;
        for (var round = 0; round <= Rounds; round++)
        {
            evidence.Noise = (float)Math.Min((residuals.Ratings.Count - used) / Math.Max(squares, double.Epsilon), MaxNoisePrecision);
            if (round < Rounds) used = evidence.UsedUp(run);
        }

        return evidence;
    }

    /// <summary>What is still uncertain of each film: the covariances of its factors and bias, added to its moments.</summary>
    public void AddTo(float[] moments, TrainingRun run) =>
        Rows.ForEach(_ratings.Items.Count, run, NewScratch, (film, scratch) =>
        {
            Invert(_ratings.OfItem(film), _table.Users, _ofFilms, scratch);
            var own = moments.AsSpan(film * _layout.Stride, _layout.Stride);
            var at = 0;
            for (var r = 0; r < _layout.Factors; r++)
            {
                for (var c = 0; c <= r; c++) own[at++] += scratch.Inverse[r * _layout.Width + c];
            }

            for (var c = 0; c < _layout.Factors; c++) own[_layout.Cross + c] += scratch.Inverse[_layout.Factors * _layout.Width + c];
            own[_layout.Square] += scratch.Inverse[^1];
        });

    /// <summary>How many ratings the unknowns of both sides use up; at most nine in ten, for some are always left to tell the noise.</summary>
    double UsedUp(TrainingRun run)
    {
        var (users, films) = (new double[_ratings.Users.Count], new double[_ratings.Items.Count]);
        Rows.ForEach(users.Length, run, NewScratch, (user, scratch) => users[user] = Decided(_ratings.OfUser(user), _table.Films, OfUsers, scratch));
        Rows.ForEach(films.Length, run, NewScratch, (film, scratch) => films[film] = Decided(_ratings.OfItem(film), _table.Users, _ofFilms, scratch));
        return Math.Min(users.Sum() + films.Sum(), 0.9 * _ratings.Count);
    }

    double Decided(RatingRow row, float[] others, float[] precisions, Scratch scratch)
    {
        Invert(row, others, precisions, scratch);
        double decided = _layout.Width;
        for (var i = 0; i < _layout.Width; i++) decided -= precisions[i] * (double)scratch.Inverse[i * _layout.Width + i];
        return Math.Max(0, decided);
    }

    void Invert(RatingRow row, float[] others, float[] precisions, Scratch scratch)
    {
        var width = _layout.Width;
        Array.Clear(scratch.Matrix);
        foreach (var other in row.Others)
        {
            others.AsSpan(other * _layout.Factors, _layout.Factors).CopyTo(scratch.Design);
            for (var r = 0; r < width; r++) Kernels.AddScaled(Noise * scratch.Design[r], scratch.Design, scratch.Matrix.AsSpan(r * width, width));
        }

        for (var i = 0; i < width; i++) scratch.Matrix[i * width + i] += precisions[i];
        Cholesky.Factor(scratch.Matrix, width);
        Cholesky.Invert(scratch.Matrix, width, scratch.Inverse);
    }

    float[] Precisions(float[] factors, ReadOnlySpan<float> biases)
    {
        var precisions = new float[_layout.Width];
        for (var i = 0; i < precisions.Length; i++)
        {
            var spread = PriorSpread;
            for (var row = 0; row < biases.Length; row++)
            {
                double value = i < _layout.Factors ? factors[row * _layout.Factors + i] : biases[row];
                spread += value * value;
            }

            precisions[i] = (float)((biases.Length + 1) / spread);
        }

        return precisions;
    }

    Scratch NewScratch()
    {
        var scratch = new Scratch(new float[_layout.Width], new float[_layout.Width * _layout.Width], new float[_layout.Width * _layout.Width]);
        scratch.Design[^1] = 1; // meets the bias
        return scratch;
    }

    sealed record Scratch(float[] Design, float[] Matrix, float[] Inverse);
}
