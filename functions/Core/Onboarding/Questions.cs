using Matinee.Core.Recommendations;

namespace Matinee.Core.Onboarding;

/// <summary>
/// Chooses the films to ask about: each next one is the film with the most to be expected of it, which is the chance that it is known, times what a
/// rating of it would tell, times how unlike it is to those beside it.
/// </summary>
static class Questions
{
    // Behind these hardly anyone knows the next.
    const int Candidates = 600;

    // How far back answers are looked at for what else may be known: more would say the same again.
    const int Remembered = 60;

    // The most popular film is known to about so many.
    const double BestKnown = 0.7;

    // A film just like one that is known is so much likelier to be known too; one just like one that is not, so much less.
    const double KnownToo = 1;
    const double UnknownToo = 0.6;

    // What a film is worth that is just like one beside it.
    const double TwinWorth = 0.4;

    public static OnboardingGrid Choose(Stage stage, OnboardingRequest request)
    {
        var candidates = CandidatesOf(stage, request);
        var chances = ChancesOf(stage, request, candidates);
        var information = Information.Of(stage, request);
        var (nearest, alike) = (new float[candidates.Length], new float[candidates.Length]);
        var items = new List<OnboardingMovie>(request.Limit);
        var taken = new bool[candidates.Length];
        while (items.Count < request.Limit && items.Count < candidates.Length)
        {
            var (best, most) = (-1, double.NegativeInfinity);
            for (var i = 0; i < candidates.Length; i++)
            {
                if (taken[i]) continue;
                var worth = chances[i] * information.GainOf(candidates[i]) * (1 - (1 - TwinWorth) * nearest[i]);
                if (worth > most) (best, most) = (i, worth);
            }

            taken[best] = true;
            information.Expect(candidates[best], chances[best]);
            stage.Facts.Between(candidates[best], candidates, alike);
            for (var i = 0; i < alike.Length; i++) nearest[i] = Math.Max(nearest[i], alike[i]);
            items.Add(new(stage.View.Movies[candidates[best]], items.Count + 1, Math.Round(chances[best], 3)));
        }

        return new(stage.ModelVersion, items);
    }

    /// <summary>The best known films that are not answered, skipped or shown yet; those that anybody has rated come first.</summary>
    static int[] CandidatesOf(Stage stage, OnboardingRequest request)
    {
        var done = stage.PlacesOf(request.Ratings.Select(static rating => rating.MovieId), request.Skipped, request.Shown, request.Hidden);
        return [.. stage.Popularity.ByVotes.Where(place => !done.Contains(place)).Take(Math.Max(Candidates, request.Limit))];
    }

    static double[] ChancesOf(Stage stage, OnboardingRequest request, int[] candidates)
    {
        double most = stage.View.Movies.Length == 0 ? 0 : stage.View.VotesOf(stage.Popularity.ByVotes[0]);
        // One vote more than there are, so that of films without any one can be chosen as well.
        var odds = Array.ConvertAll(candidates, place => OddsOf(BestKnown * (stage.View.VotesOf(place) + 1) / (most + 1)));
        Turn(request.Ratings.Select(static rating => rating.MovieId), alike => 1 + KnownToo * alike);
        Turn(request.Skipped, alike => 1 - UnknownToo * alike);
        return Array.ConvertAll(odds, static one => one / (1 + one));

        void Turn(IEnumerable<int> movieIds, Func<double, double> factor)
        {
            var alike = new float[candidates.Length];
            foreach (var place in movieIds.Select(stage.View.PlaceOf).Where(static place => place >= 0).TakeLast(Remembered))
            {
                stage.Likeness.Between(place, candidates, alike);
                for (var i = 0; i < odds.Length; i++) odds[i] *= factor(Math.Clamp(alike[i], 0, 1));
            }
        }
    }

    static double OddsOf(double chance) => chance / (1 - chance);
}
