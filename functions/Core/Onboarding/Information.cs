using Matinee.Core.Recommendations;
using Matinee.Engine.Elicitation;

namespace Matinee.Core.Onboarding;

/// <summary>What a rating of each film would tell of somebody's taste.</summary>
sealed class Information
{
    readonly ModelPlaces? _places;
    readonly TasteUncertainty? _uncertainty;

    Information(ModelPlaces? places, TasteUncertainty? uncertainty) => (_places, _uncertainty) = (places, uncertainty);

    /// <summary>After some answers; without a model that knows, each film tells alike.</summary>
    public static Information Of(Stage stage, OnboardingRequest request)
    {
        if (stage.TasteSpace is not { } space) return new(null, null);
        int[] rated = [.. request.Ratings.Select(rating => space.Space.Items.IndexOf(rating.MovieId))];
        return new(stage.StarPlaces, new(space.Space, space.Importance, rated));
    }

    public double GainOf(int place)
    {
        if (_uncertainty is null) return 1;
        // Of a film that the model does not know nothing can be concluded.
        return _places!.Items[place] is >= 0 and var item ? _uncertainty.GainOf(item) : 0;
    }

    public void Expect(int place, double chance)
    {
        if (_uncertainty is not null && _places!.Items[place] is >= 0 and var item) _uncertainty.Expect(item, chance);
    }
}
