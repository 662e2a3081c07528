using Matinee.Engine.Content;
using Matinee.Engine.Models;
using Matinee.Engine.Tests.Models;

namespace Matinee.Engine.Tests.Content;

public sealed class ContentContract : ModelContract
{
    protected override ITrainer Trainer => new InventedFacts.Trainer(facts => new ContentTrainer(facts));

    protected override Goal Goal => Goal.Lists;
}
