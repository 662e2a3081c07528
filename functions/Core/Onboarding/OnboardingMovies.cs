using Matinee.Core.Recommendations;

namespace Matinee.Core.Onboarding;

/// <summary>Gives newcomers films to rate.</summary>
public sealed class OnboardingMovies(Stages stages, Tastes tastes)
{
    /// <summary>A grid, or what fills the places of answered and skipped films in it.</summary>
    /// <param name="userId">A signed-in viewer, whose stored ratings are answers too; null where nobody is.</param>
    /// <param name="request">What is asked for.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<OnboardingGrid> ForAsync(string? userId, OnboardingRequest request, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var known = userId is null ? Taste.Unknown : await tastes.OfAsync(userId, cancellation).ConfigureAwait(false);
        var asked = request with
        {
            Ratings = [.. known.Ratings.Concat(request.Ratings).DistinctBy(rating => rating.MovieId)],
            Hidden = known.PutAside,
        };
        return Of(await stages.CurrentAsync(cancellation).ConfigureAwait(false), asked);
    }

    /// <summary>A grid on a stage.</summary>
    public static OnboardingGrid Of(Stage stage, OnboardingRequest request)
    {
        ArgumentNullException.ThrowIfNull(stage);
        ArgumentNullException.ThrowIfNull(request);
        return Questions.Choose(stage, request);
    }
}
