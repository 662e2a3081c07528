using Matinee.Engine.Als;
using Matinee.Engine.Models;
using Matinee.Engine.Tests.Models;

namespace Matinee.Engine.Tests.Als;

public sealed class AlsContract : ModelContract
{
    protected override ITrainer Trainer => new AlsTrainer();

    protected override Goal Goal => Goal.Lists;
}
