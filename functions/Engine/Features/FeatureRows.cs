using Matinee.Engine.Facts;
using Matinee.Engine.Numerics;
using Matinee.Engine.Ratings;
using Matinee.Engine.Training;

namespace Matinee.Engine.Features;

/// <summary>The rows that models of features learn from: each describes a rating without having seen it.</summary>
/// <param name="Width">How many columns there are.</param>
/// <param name="Values">Row after row.</param>
/// <param name="Stars">What was given.</param>
/// <remarks>
/// <para>
/// When serving, neither a film's numbers nor the viewer's hold the rating that is asked for; in training they must not
/// either. Leaving out only the one rating would be worse than it looks: of two ratings of one film the higher one leaves the
/// lower mean behind, and a tree that knows the film by its year and genres reads the answer off the difference.
/// So ratings are dealt into folds, and the rows of a fold come from tables made of all the other folds: within a fold all
/// rows of a film have the same numbers, whatever their stars. Between folds the effect remains, a fold's share weaker.
/// </para>
/// <para>Where one fold holds more ratings than are wanted, one table is made and the rows are a sample of that fold.</para>
/// </remarks>
sealed record FeatureRows(int Width, float[] Values, float[] Stars)
{
    const int Folds = 10;
    const ulong FoldsStream = 1;
    const ulong SampleStream = 2;

    public int Count => Stars.Length;

    public ReadOnlySpan<float> this[int row] => Values.AsSpan(row * Width, Width);

    /// <summary>Describes all ratings, or a sample of so many.</summary>
    public static FeatureRows Of(Interactions ratings, KnownFacts facts, FeatureWords words, int most, TrainingRun run)
    {
        var width = new FeatureColumns(words).Width;
        var foldOf = new byte[ratings.Count];
        var random = new SeededRandom(run.Seed, FoldsStream);
        foreach (ref var fold in foldOf.AsSpan()) fold = (byte)random.Next(Folds);
        var folds = (int)Math.Min(Folds, ((long)most * Folds + ratings.Count - 1) / Math.Max(1, ratings.Count));
        var keep = Math.Min(1, (double)most / Math.Max(1, foldOf.Count(fold => fold < folds)));
        var parts = new FeatureRows[folds];
        for (var fold = 0; fold < folds; fold++)
        {
            run.Progress?.Report(new("Describing ratings", (double)fold / folds));
            parts[fold] = OfFold(ratings, facts, words, foldOf, fold, keep, width, run);
        }

        run.Progress?.Report(new("Describing ratings", 1));
        return new(width, [.. parts.SelectMany(part => part.Values)], [.. parts.SelectMany(part => part.Stars)]);
    }

    static FeatureRows OfFold(
        Interactions ratings, KnownFacts facts, FeatureWords words, byte[] foldOf, int fold, double keep, int width, TrainingRun run)
    {
        var random = new SeededRandom(run.Seed, SampleStream + (ulong)fold);
        var (others, asked, place) = (new InteractionsBuilder(), new List<Rating>(), 0);
        foreach (var rating in ratings.All())
        {
            if (foldOf[place++] != fold) others.Add(rating);
            else if (random.NextDouble() < keep) asked.Add(rating);
        }

        var rest = others.Build(cancellation: run.Cancellation);
        var table = FeatureTableBuilder.Of(rest, facts, words, run);
        var rows = new FeatureRows(width, new float[asked.Count * width], [.. asked.Select(rating => rating.Stars)]);
        var people = Enumerable.Range(0, asked.Count).GroupBy(row => asked[row].User).ToArray();
        Rows.ForEach(people.Length, run, () => 0, (person, _) =>
        {
            var id = people[person].Key;
            var user = rest.Users.IndexOf(id);
            var viewer = table.Viewer(user < 0 ? [] : rest.OfUser(user).ToOwn(), facts.OfPerson(id));
            foreach (var row in people[person])
                viewer.Write(rest.Items.IndexOf(asked[row].Item), rows.Values.AsSpan(row * width, width));
        });
        return rows;
    }
}
