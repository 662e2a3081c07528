using Matinee.Engine.Models;
using Matinee.Engine.Neural;
using Matinee.Engine.Tests.Models;

namespace Matinee.Engine.Tests.Neural;

public sealed class NeuralContract : ModelContract
{
    protected override ITrainer Trainer => new NeuralTrainer(new()
    {
        Embedding = 16, FirstLayer = 16, Dropout = 0.2, LearningRate = 0.02, Regularization = 0.02, Epochs = 30, Batch = 32,
    });

    protected override Goal Goal => Goal.Stars;
}
