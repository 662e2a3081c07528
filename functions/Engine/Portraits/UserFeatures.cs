using Matinee.Engine.Baseline;
using Matinee.Engine.Facts;
using Matinee.Engine.Ratings;
using Matinee.Engine.Training;

namespace Matinee.Engine.Portraits;

/// <summary>The features of all who have rated enough, and the space that they are measured in.</summary>
/// <param name="Space">What the columns mean, and how anyone else is measured.</param>
/// <param name="Users">The places of the people in the ratings, ascending.</param>
/// <param name="Rows">One scaled row each, of the width of the space.</param>
public sealed record UserFeatures(FeatureSpace Space, int[] Users, float[] Rows)
{
    const string Stage = "Measuring tastes";

    /// <summary>Measures everyone with at least so many ratings.</summary>
    public static UserFeatures Of(Interactions ratings, KnownFacts facts, int minRatings, TrainingRun run)
    {
        ArgumentNullException.ThrowIfNull(ratings);
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(run);
        var baseline = new BaselineTrainer().Fit(ratings, run);
        run.Progress?.Report(new(Stage, 0));
        var expected = new float[ratings.Items.Count];
        for (var item = 0; item < expected.Length; item++) expected[item] = baseline.Expect(item);
        var films = FilmTraits.Of(ratings, facts, expected);
        var users = Enumerable.Range(0, ratings.Users.Count).Where(user => ratings.OfUser(user).Count >= minRatings).ToArray();
        var people = Array.ConvertAll(users, user => facts.OfPerson(ratings.Users[user]));
        var unscaled = FeatureScaling.Unscaled(films, ratings, people);

        var raw = new double[users.Length * unscaled.Width];
        Numerics.Rows.ForEach(users.Length, run, () => 0, (row, _) =>
            unscaled.Raw(TasteTally.Of(films, ratings.OfUser(users[row])), people[row], raw.AsSpan(row * unscaled.Width, unscaled.Width)));
        var space = FeatureScaling.Scaled(unscaled, raw);
        var scaled = new float[raw.Length];
        for (var i = 0; i < scaled.Length; i++) scaled[i] = space.Columns[i % space.Width].Scaled(raw[i]);
        run.Progress?.Report(new(Stage, 1));
        return new(space, users, scaled);
    }

    /// <summary>The scaled features of the person in a row.</summary>
    public ReadOnlySpan<float> this[int row] => Rows.AsSpan(row * Space.Width, Space.Width);
}
