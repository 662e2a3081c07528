using Matinee.Engine.Als;
using Matinee.Engine.Models;
using Matinee.Engine.Tests.Models;

namespace Matinee.Engine.Tests.Als;

public sealed class AlsContract : ModelContract
{
    protected override ITrainer Trainer => new AlsTrainer();

    protected override Goal Goal => Goal.Lists;
}

/// <summary>Blocks that do not divide the factors, and little regularization: every factor has something to say.</summary>
public sealed class AlsInBlocksContract : ModelContract
{
    protected override ITrainer Trainer => new AlsTrainer(new() { Factors = 20, BlockSize = 6, Regularization = 0.1f });

    protected override Goal Goal => Goal.Lists;
}
