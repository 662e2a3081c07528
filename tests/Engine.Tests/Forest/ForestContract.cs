using Matinee.Engine.Forest;
using Matinee.Engine.Models;
using Matinee.Engine.Tests.Features;
using Matinee.Engine.Tests.Models;

namespace Matinee.Engine.Tests.Forest;

public sealed class ForestContract : ModelContract
{
    protected override ITrainer Trainer => new ForestTrainer(new() { Trees = 20, MinLeaf = 3, Facts = ContractFacts.Genres });

    protected override Goal Goal => Goal.Stars;

    protected override bool FindsSimilar => false;
}
