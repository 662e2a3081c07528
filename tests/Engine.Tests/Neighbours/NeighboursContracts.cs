using Matinee.Engine.Models;
using Matinee.Engine.Neighbours;
using Matinee.Engine.Tests.Models;

namespace Matinee.Engine.Tests.Neighbours;

public sealed class ItemNeighboursContract : ModelContract
{
    protected override ITrainer Trainer => new ItemNeighboursTrainer();

    protected override Goal Goal => Goal.Stars;

    protected override bool Explains => true;
}

public sealed class UserNeighboursContract : ModelContract
{
    protected override ITrainer Trainer => new UserNeighboursTrainer();

    protected override Goal Goal => Goal.Stars;

    protected override bool FindsSimilar => false;
}
