using Matinee.Engine.Files;
using Matinee.Engine.Models;
using Matinee.Engine.Numerics;
using Matinee.Engine.Ratings;
using Matinee.Engine.Training;

namespace Matinee.Engine.Boards;

/// <summary>What a model costs where it serves.</summary>
/// <param name="Bytes">How large its file is.</param>
/// <param name="ScoringMicroseconds">From one viewer's ratings to the scores of all films, on one thread; the mean over viewers.</param>
public readonly record struct Footprint(long Bytes, double ScoringMicroseconds)
{
    /// <summary>Measures a model on some of those whom it has learned from, drawn by the seed.</summary>
    public static Footprint Of(IModel model, Interactions training, int viewers, TimeProvider clock, TrainingRun run)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(training);
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentNullException.ThrowIfNull(run);
        var file = new ModelFileWriter(model.Kind);
        model.Save(file);
        return new(file.Length, Microseconds(model, training, viewers, clock, run));
    }

    static double Microseconds(IModel model, Interactions training, int most, TimeProvider clock, TrainingRun run)
    {
        var users = training.Users.Ids.ToArray();
        new SeededRandom(run.Seed).Shuffle<int>(users);
        var places = Array.ConvertAll(training.Items.Ids.ToArray(), model.Items.IndexOf);
        var viewers = users.Take(most).Select(user => Own(training, user, places)).ToArray();
        var scores = new float[model.Items.Count];
        foreach (var own in viewers.Take(viewers.Length / 10 + 1)) model.FoldIn(own).ScoreAll(scores); // warm before the clock starts
        var start = clock.GetTimestamp();
        foreach (var own in viewers)
        {
            run.Cancellation.ThrowIfCancellationRequested();
            model.FoldIn(own).ScoreAll(scores);
        }

        return clock.GetElapsedTime(start).TotalMicroseconds / Math.Max(1, viewers.Length);
    }

    static OwnRating[] Own(Interactions training, int user, int[] places)
    {
        var own = training.OfUser(training.Users.IndexOf(user)).ToOwn();
        foreach (ref var rating in own.AsSpan()) rating = rating with { Item = places[rating.Item] };
        return own;
    }
}
