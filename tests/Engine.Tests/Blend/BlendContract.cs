using Matinee.Engine.Baseline;
using Matinee.Engine.Blend;
using Matinee.Engine.Factorization;
using Matinee.Engine.Models;
using Matinee.Engine.Tests.Models;

namespace Matinee.Engine.Tests.Blend;

public sealed class BlendContract : ModelContract
{
    protected override ITrainer Trainer => new BlendTrainer(new()
    {
        Members = [new BaselineTrainer(new()), new FactorizationTrainer(new() { Factors = 7, Epochs = 10 })],
    });

    protected override Goal Goal => Goal.Stars;
}
