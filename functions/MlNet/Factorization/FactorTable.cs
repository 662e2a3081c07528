using Matinee.Engine.Factorization;
using Matinee.Engine.Numerics;
using Matinee.Engine.Ratings;

namespace Matinee.MlNet.Factorization;

/// <summary>The factors of users and films, row after row; zeros for those without ratings.</summary>
/// <param name="Width">How many factors a row has.</param>
/// <param name="Users">The users' rows.</param>
/// <param name="Films">The films' rows.</param>
sealed record FactorTable(int Width, float[] Users, float[] Films)
{
    // As the engine's own factorization assumes before the data speaks, and claims at most.
    const double PriorSpread = 0.02;
    const double MaxNoisePrecision = 48;

    public static FactorTable Empty(Interactions ratings, int width) =>
        new(width, new float[ratings.Users.Count * width], new float[ratings.Items.Count * width]);

    public ReadOnlySpan<float> OfUser(int user) => Users.AsSpan(user * Width, Width);

    public ReadOnlySpan<float> OfFilm(int film) => Films.AsSpan(film * Width, Width);

    /// <summary>The engine's model of these films: fold-in takes their factors as they are, and viewers to be spread as these users are.</summary>
    public FactorizationModel ToModel(Residuals residuals)
    {
        var (ratings, layout) = (residuals.Ratings, new MomentLayout(Width));
        var means = new float[ratings.Items.Count * layout.Width];
        var moments = new float[ratings.Items.Count * layout.Stride];
        for (var film = 0; film < ratings.Items.Count; film++)
        {
            var mean = means.AsSpan(film * layout.Width, layout.Width);
            OfFilm(film).CopyTo(mean);
            mean[^1] = residuals.Baseline.ItemBiases[film];
            WriteMoments(mean, moments.AsSpan(film * layout.Stride, layout.Stride), layout);
        }

        var (lowest, highest) = FactorizationWeights.ScaleOf(ratings);
        return new(ratings.Items, layout, new(
            means,
            moments,
            new float[means.Length],
            Precisions(residuals.UserBiases),
            NoisePrecision(residuals),
            ratings.MeanStars,
            lowest,
            highest));
    }

    // ML.NET says nothing of how certain it is, so a film is taken to be just what it says: moments are products.
    static void WriteMoments(ReadOnlySpan<float> mean, Span<float> moments, MomentLayout layout)
    {
        var at = 0;
        for (var r = 0; r < layout.Factors; r++)
        {
            for (var c = 0; c <= r; c++) moments[at++] = mean[r] * mean[c];
        }

        mean[..layout.Factors].CopyTo(moments[layout.Design..]);
        moments[layout.Cross - 1] = 1;
        for (var c = 0; c < layout.Factors; c++) moments[layout.Cross + c] = mean[^1] * mean[c];
        moments[layout.Bias] = mean[^1];
        moments[layout.Square] = mean[^1] * mean[^1];
    }

    /// <summary>How closely users keep to nothing special, by each factor and by bias.</summary>
    float[] Precisions(float[] biases)
    {
        var precisions = new float[Width + 1];
        for (var f = 0; f < Width; f++)
        {
            var spread = PriorSpread;
            for (var at = f; at < Users.Length; at += Width) spread += (double)Users[at] * Users[at];
            precisions[f] = (float)((biases.Length + 1) / spread);
        }

        precisions[Width] = (float)((biases.Length + 1) / (PriorSpread + biases.Sum(bias => (double)bias * bias)));
        return precisions;
    }

    float NoisePrecision(Residuals residuals)
    {
        var squares = 0.0;
        foreach (var (user, film, value) in residuals.All())
        {
            double missed = value - Kernels.Dot(OfUser(user), OfFilm(film));
            squares += missed * missed;
        }

        return residuals.Ratings.Count == 0 ? 1 : (float)Math.Min(residuals.Ratings.Count / Math.Max(squares, double.Epsilon), MaxNoisePrecision);
    }
}
