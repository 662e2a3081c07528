using Matinee.Engine.Factorization;
using Matinee.Engine.Models;
using Matinee.Engine.Tests.Models;

namespace Matinee.Engine.Tests.Factorization;

public sealed class FactorizationContract : ModelContract
{
    protected override ITrainer Trainer => new FactorizationTrainer(new() { Factors = 7 });

    protected override Goal Goal => Goal.Stars;
}
