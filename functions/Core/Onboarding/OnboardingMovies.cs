using Matinee.Core.Recommendations;

namespace Matinee.Core.Onboarding;

/// <summary>Gives newcomers films to rate.</summary>
public sealed class OnboardingMovies(Stages stages)
{
    /// <summary>A grid, and what fills the places of answered and skipped films in it.</summary>
    public async Task<Prepared<OnboardingGrid>> PrepareAsync(OnboardingRequest request, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var stage = await stages.CurrentAsync(cancellation).ConfigureAwait(false);
        var tag = ListText.NameOf("onboarding", stage.Name, request.Limit, ListText.Of(request.Ratings), string.Join(',', request.Skipped), string.Join(',', request.Shown));
        return new(tag, _ => ValueTask.FromResult(Of(stage, request)));
    }

    /// <summary>A grid on a stage.</summary>
    public static OnboardingGrid Of(Stage stage, OnboardingRequest request)
    {
        ArgumentNullException.ThrowIfNull(stage);
        ArgumentNullException.ThrowIfNull(request);
        return Questions.Choose(stage, request);
    }
}
