using Matinee.Engine.Baseline;
using Matinee.Engine.Blend;
using Matinee.Engine.Factorization;
using Matinee.Engine.Numerics;
using Matinee.Engine.Popularity;
using Matinee.Engine.Ratings;
using Matinee.Engine.Training;

namespace Matinee.Engine.Tests.Blend;

public sealed class BlendTests
{
    [Fact]
    public void Fit_OneMemberKnowsTheStructure_GetsNearlyAllTheWeight()
    {
        // Stars are the product of two signs: there are no biases to find, and one factor explains everything.
        var random = new SeededRandom(2);
        var rows = new List<Rating>();
        for (var user = 0; user < 200; user++)
        {
            for (var item = 0; item < 60; item++)
            {
                if (random.NextDouble() < 0.5) rows.Add(new(user, item, user % 2 == item % 2 ? 4.5f : 1.5f, 0));
            }
        }

        var trainer = new BlendTrainer(new()
        {
            Members = [new BaselineTrainer(new()), new FactorizationTrainer(new() { Factors = 3 })],
        });
        var model = (BlendModel)trainer.Fit(Interactions.From(rows), new TrainingRun());

        Assert.InRange(model.Members[1].Weight, 0.9f, 1.1f);
        Assert.InRange(model.Members[0].Weight, -0.3f, 0.3f);
    }

    [Fact]
    public void Fit_MemberThatOnlyRanks_IsRefusedByName()
    {
        var trainer = new BlendTrainer(new() { Members = [new PopularityTrainer(new())] });

        var error = Assert.Throws<InvalidOperationException>(() => trainer.Fit(Interactions.From([new(1, 1, 3, 0)]), new TrainingRun()));

        Assert.Contains("'popularity'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_NoMembers_AreRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => new BlendOptions { Members = [] });
}
