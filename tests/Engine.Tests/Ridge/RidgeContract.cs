using Matinee.Engine.Models;
using Matinee.Engine.Ridge;
using Matinee.Engine.Tests.Features;
using Matinee.Engine.Tests.Models;

namespace Matinee.Engine.Tests.Ridge;

public sealed class RidgeContract : ModelContract
{
    protected override ITrainer Trainer => new RidgeTrainer(new() { Facts = ContractFacts.Genres });

    protected override Goal Goal => Goal.Stars;

    protected override bool FindsSimilar => false;
}
