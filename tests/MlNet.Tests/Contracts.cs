using Matinee.Engine.Models;
using Matinee.Engine.Tests.Features;
using Matinee.Engine.Tests.Models;
using Matinee.MlNet.Factorization;
using Matinee.MlNet.Forest;
using Matinee.MlNet.Portraits;

namespace Matinee.MlNet.Tests;

public sealed class MlNetFactorizationContract : ModelContract
{
    protected override ITrainer Trainer => new MlNetFactorizationTrainer(new() { Factors = 7 });

    protected override Goal Goal => Goal.Stars;
}

public sealed class MlNetForestContract : ModelContract
{
    protected override ITrainer Trainer => new MlNetForestTrainer(ContractFacts.Genres, new() { Trees = 20, MinLeaf = 3, MaxLeaves = 40 });

    protected override Goal Goal => Goal.Stars;

    protected override bool FindsSimilar => false;
}

public sealed class MlNetPortraitsContract : ModelContract
{
    protected override ITrainer Trainer => new MlNetPortraitsTrainer(ContractFacts.Genres);

    protected override Goal Goal => Goal.Lists;

    protected override bool FindsSimilar => false;
}
