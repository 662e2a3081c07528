using Matinee.Engine.Factorization;
using Matinee.Engine.Ratings;
using Matinee.Engine.Training;

namespace Matinee.MlNet.Factorization;

/// <summary>The factors of users and films, row after row; zeros for those without ratings.</summary>
/// <param name="Width">How many factors a row has.</param>
/// <param name="Users">The users' rows.</param>
/// <param name="Films">The films' rows.</param>
sealed record FactorTable(int Width, float[] Users, float[] Films)
{
    public static FactorTable Empty(Interactions ratings, int width) =>
        new(width, new float[ratings.Users.Count * width], new float[ratings.Items.Count * width]);

    public ReadOnlySpan<float> OfUser(int user) => Users.AsSpan(user * Width, Width);

    public ReadOnlySpan<float> OfFilm(int film) => Films.AsSpan(film * Width, Width);

    /// <summary>The engine's model of these films: fold-in takes their factors as they are, and viewers to be spread as these users are.</summary>
    public FactorizationModel ToModel(Residuals residuals, TrainingRun run)
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

        var evidence = Evidence.Of(this, residuals, run);
        evidence.AddTo(moments, run);
        var (lowest, highest) = FactorizationWeights.ScaleOf(ratings);
        return new(ratings.Items, layout, new(
            means,
            moments,
            new float[means.Length],
            evidence.OfUsers,
            evidence.Noise,
            ratings.MeanStars,
            lowest,
            highest));
    }

    // As if all were certain.
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
}
