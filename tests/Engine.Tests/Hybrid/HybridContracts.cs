using Matinee.Engine.Als;
using Matinee.Engine.Content;
using Matinee.Engine.Ease;
using Matinee.Engine.Hybrid;
using Matinee.Engine.Models;
using Matinee.Engine.Popularity;
using Matinee.Engine.Tests.Content;
using Matinee.Engine.Tests.Models;

namespace Matinee.Engine.Tests.Hybrid;

public sealed class HybridContract : ModelContract
{
    protected override ITrainer Trainer => new InventedFacts.Trainer(facts => new HybridTrainer(new()
    {
        Members =
        [
            new AlsTrainer(new() { Factors = 8, Epochs = 5 }),
            new EaseTrainer(new() { Regularization = 20 }),
            new ContentTrainer(facts),
            new PopularityTrainer(),
        ],
    }));

    protected override Goal Goal => Goal.Lists;
}
