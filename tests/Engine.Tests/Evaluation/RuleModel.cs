using Matinee.Engine.Files;
using Matinee.Engine.Models;
using Matinee.Engine.Ratings;

namespace Matinee.Engine.Tests.Evaluation;

/// <summary>A model whose scores are whatever a rule says of the viewer's ratings; unknown films get 3.</summary>
sealed class RuleModel(IdMap items, Goal goal, Func<OwnRating[], float[]> rule) : IModel
{
    public const float Neutral = 3;

    public string Kind => "rule";

    public Goal Goal => goal;

    public IdMap Items => items;

    public IViewer FoldIn(ReadOnlySpan<OwnRating> ratings) => new Viewer(rule(ratings.ToArray()));

    public IReadOnlyList<Scored> Similar(int item, int count) => [];

    public void Save(ModelFileWriter file) => throw new NotSupportedException();

    sealed class Viewer(float[] scores) : IViewer
    {
        public float Score(int item) => (uint)item < (uint)scores.Length ? scores[item] : Neutral;

        public void Score(ReadOnlySpan<int> items, Span<float> scored)
        {
            for (var i = 0; i < items.Length; i++) scored[i] = Score(items[i]);
        }

        public void ScoreAll(Span<float> all) => scores.CopyTo(all);
    }
}
