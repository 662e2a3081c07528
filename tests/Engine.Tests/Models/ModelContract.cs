using System.Collections.Concurrent;
using Matinee.Engine.Models;
using Matinee.Engine.Ratings;
using Matinee.Engine.Training;

namespace Matinee.Engine.Tests.Models;

/// <summary>
/// What every model promises, whatever it is made of. A trainer joins with a class that names it and says what it is; options
/// should suit some dozens of users, so that the known answers can be found.
/// </summary>
public abstract partial class ModelContract
{
    // Facts only read models, so those of one trainer share what is trained on the same ratings.
    static readonly ConcurrentDictionary<(Type, string), Lazy<IModel>> s_fitted = new();

    static readonly Lazy<Interactions> s_community = new(() => Interactions.From(ContractRatings.CommunityRows()));

    /// <summary>A new trainer with the same options each time.</summary>
    protected abstract ITrainer Trainer { get; }

    /// <summary>What the scores of its models mean.</summary>
    protected abstract Goal Goal { get; }

    /// <summary>Do a viewer's own ratings change which films come first? Those that say no bring their own known answer.</summary>
    protected virtual bool IsPersonalised => true;

    /// <summary>Are its viewers <see cref="IExplainingViewer"/>?</summary>
    protected virtual bool Explains => Goal == Goal.Lists;

    /// <summary>Does it find films alike?</summary>
    protected virtual bool FindsSimilar => true;

    /// <summary>How far from the truth the stars of a held-out film of the two blocks may be.</summary>
    protected virtual float StarsTolerance => 1f;

    static Interactions Community => s_community.Value;

    /// <summary>Two blocks of users who like two blocks of films; star models are told what the users think of the other block too.</summary>
    protected Interactions Blocks => ContractRatings.Blocks(dislikes: Goal == Goal.Stars);

    IModel OfCommunity => Fitted("community", () => Community);

    /// <summary>Trains on two threads with seed 1.</summary>
    protected IModel Fit(Interactions ratings) => Trainer.Fit(ratings, new TrainingRun { Seed = 1, Threads = 2 });

    /// <summary>The model of some ratings, trained once for all facts of this class.</summary>
    protected IModel Fitted(string name, Func<Interactions> ratings) =>
        s_fitted.GetOrAdd((GetType(), name), _ => new(() => Fit(ratings()))).Value;

    /// <summary>The scores of all films.</summary>
    protected static float[] Scores(IModel model, IViewer viewer)
    {
        var scores = new float[model.Items.Count];
        viewer.ScoreAll(scores);
        return scores;
    }

    /// <summary>The best films that are not excluded, by the scores of all.</summary>
    protected static List<int> Top(IModel model, IViewer viewer, int count, IReadOnlySet<int> excluded) =>
    [
        .. Scores(model, viewer)
            .Select((score, item) => new Scored(item, score))
            .Where(film => !excluded.Contains(film.Item))
            .Order()
            .Take(count)
            .Select(film => film.Item),
    ];

    /// <summary>The ratings of the community's users number 0, 1, 2, ... as a model takes them in.</summary>
    static OwnRating[] OwnOf(int user) => Community.OfUser(user).ToOwn();

    static void AssertSameBits(ReadOnlySpan<float> expected, ReadOnlySpan<float> actual, string what)
    {
        Assert.True(expected.Length == actual.Length, $"{what}: {actual.Length} scores instead of {expected.Length}.");
        for (var i = 0; i < expected.Length; i++)
        {
            var same = BitConverter.SingleToInt32Bits(expected[i]) == BitConverter.SingleToInt32Bits(actual[i]);
            Assert.True(same, $"{what}: score {i} is {actual[i]:R} instead of {expected[i]:R}.");
        }
    }

    void AssertSound(ReadOnlySpan<float> scores, string what)
    {
        for (var i = 0; i < scores.Length; i++)
        {
            Assert.True(float.IsFinite(scores[i]), $"{what}: score {i} is {scores[i]}.");
            var onScale = Goal != Goal.Stars || scores[i] is >= Stars.Min and <= Stars.Max;
            Assert.True(onScale, $"{what}: score {i} is {scores[i]}, which is off the scale of stars.");
        }
    }
}
