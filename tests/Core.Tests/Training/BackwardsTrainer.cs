using Matinee.Engine.Files;
using Matinee.Engine.Models;
using Matinee.Engine.Ratings;
using Matinee.Engine.Training;

namespace Matinee.Core.Tests.Training;

/// <summary>Recommends first what another model would recommend last.</summary>
sealed class BackwardsTrainer(ITrainer inner) : ITrainer
{
    public string Name => "backwards";

    public IModel Fit(Interactions ratings, TrainingRun run) => new Model(inner.Fit(ratings, run));

    sealed class Model(IModel inner) : IModel
    {
        public string Kind => "backwards";

        public Goal Goal => inner.Goal;

        public IdMap Items => inner.Items;

        public IViewer FoldIn(ReadOnlySpan<OwnRating> ratings) => new Backwards(inner.FoldIn(ratings), inner.Items.Count);

        public IReadOnlyList<Scored> Similar(int item, int count) => inner.Similar(item, count);

        // Whoever publishes it finds that nothing reads this kind.
        public void Save(ModelFileWriter file) => inner.Save(file);
    }

    sealed class Backwards(IViewer inner, int items) : Viewer(items)
    {
        public override float Score(int item) => -inner.Score(item);
    }
}
