using Matinee.Engine.Ease;
using Matinee.Engine.Models;
using Matinee.Engine.Tests.Models;

namespace Matinee.Engine.Tests.Ease;

public sealed class EaseContract : ModelContract
{
    // The default regularization stands for more people than these sets have.
    protected override ITrainer Trainer => new EaseTrainer(new() { Regularization = 10 });

    protected override Goal Goal => Goal.Lists;
}

/// <summary>With most films left out and most weights dropped, all that is promised still holds of what is left.</summary>
public sealed class EaseOfFewContract : ModelContract
{
    protected override ITrainer Trainer => new EaseTrainer(new() { Regularization = 5, Dropout = 0, MaxItems = 60, KeptPerFilm = 12 });

    protected override Goal Goal => Goal.Lists;
}
