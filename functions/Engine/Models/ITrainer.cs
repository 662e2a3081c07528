using Matinee.Engine.Ratings;
using Matinee.Engine.Training;

namespace Matinee.Engine.Models;

/// <summary>Makes a model of ratings. The options belong to the trainer; a trainer can fit any number of sets.</summary>
public interface ITrainer
{
    /// <summary>A short stable name, such as "ials"; also the kind of the models it makes.</summary>
    string Name { get; }

    /// <summary>Fits a model; an empty set gives a model that knows nothing and says so calmly.</summary>
    IModel Fit(Interactions ratings, TrainingRun run);
}
