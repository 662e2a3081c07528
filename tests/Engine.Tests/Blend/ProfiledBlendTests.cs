using Matinee.Engine.Baseline;
using Matinee.Engine.Blend;
using Matinee.Engine.Evaluation;
using Matinee.Engine.Factorization;
using Matinee.Engine.Facts;
using Matinee.Engine.Files;
using Matinee.Engine.Models;
using Matinee.Engine.Ratings;
using Matinee.Engine.Ridge;
using Matinee.Engine.Tests.Models;
using Matinee.Engine.Training;

namespace Matinee.Engine.Tests.Blend;

public sealed class ProfiledBlendTests
{
    // Women like even films, men odd ones; each has rated only a few.
    static readonly KnownFacts s_people = new(
        [], Enumerable.Range(0, 300).Select(user => KeyValuePair.Create((long)user, new PersonFacts { Gender = user % 2 == 0 ? "F" : "M" })));

    static readonly List<Rating> s_rows =
    [
        .. from user in Enumerable.Range(0, 300)
           from film in Enumerable.Range(0, 40)
           where (user / 2 + film / 4) % 6 == 0
           select new Rating(user, film, (user + film) % 2 == 0 ? 4.5f : 1.5f, 0),
    ];

    static readonly Lazy<IModel> s_model = new(() => new BlendTrainer(new()
    {
        Members = [new BaselineTrainer(), new RidgeTrainer(new() { Facts = s_people })],
        Facts = s_people,
    }).Fit(Interactions.From(s_rows.Where(row => row.User < 200)), new TrainingRun()));

    [Fact]
    public void Fit_MemberUsesWhatPeopleTell_TheBlendDoesToo()
    {
        var model = Assert.IsAssignableFrom<IProfiledModel>(s_model.Value);

        var (woman, man) = (model.FoldIn([], new() { Gender = "F" }), model.FoldIn([], new() { Gender = "M" }));

        Assert.True(woman.Score(4) > man.Score(4) + 1, $"{woman.Score(4)} and {man.Score(4)}");
        Assert.Equal(model.FoldIn([]).Score(4), model.FoldIn([], PersonFacts.Unknown).Score(4));
    }

    [Fact]
    public void Fit_NoMemberUsesIt_TheBlendDoesNotClaimTo()
    {
        var model = new BlendTrainer(new() { Members = [new BaselineTrainer()] }).Fit(Interactions.From(s_rows), new TrainingRun());

        Assert.False(model is IProfiledModel);
    }

    [Fact]
    public void Read_ProfiledBlend_IsOneAgain()
    {
        using var stream = new MemoryStream();
        ModelReader.Write(s_model.Value, stream);
        stream.Position = 0;

        var read = Assert.IsAssignableFrom<IProfiledModel>(ModelReader.Read(stream));

        Assert.Equal(
            ((IProfiledModel)s_model.Value).FoldIn([], new() { Gender = "M" }).Score(7),
            read.FoldIn([], new() { Gender = "M" }).Score(7));
    }

    [Fact]
    public void Run_EvaluationKnowsThePeople_TellsTheModel()
    {
        // Test people whom nothing but their gender tells apart.
        var split = new Split(
            Interactions.From(s_rows.Where(row => row.User < 200)), Interactions.From(s_rows.Where(row => row.User >= 200)));
        var silent = new StarEvaluationOptions { Bootstrap = new() { Resamples = 0 } };

        var without = StarEvaluation.Run(s_model.Value, split, silent, new TrainingRun())[Metric.Rmse].Value;
        var with = StarEvaluation.Run(s_model.Value, split, silent with { Facts = s_people }, new TrainingRun())[Metric.Rmse].Value;

        Assert.InRange(without, 1.3, 1.7);
        Assert.True(with < 0.5 * without, $"{with} with, {without} without");
    }

    [Theory]
    [InlineData(2, 1f)]
    [InlineData(-2, 1f)]
    [InlineData(0, 1f)] // the baseline can't say
    [InlineData(1, float.NaN)]
    [InlineData(1, 0f)]
    public void Read_SpreadThatLies_IsRefused(int member, float scale)
    {
        var ratings = Interactions.From(ContractRatings.CommunityRows());
        IModel[] members = [new BaselineTrainer().Fit(ratings, new()), new FactorizationTrainer(new() { Factors = 3, Epochs = 1 }).Fit(ratings, new())];
        using var stream = new MemoryStream();
        ModelReader.Write(BlendModel.Of(ratings.Items, members, [0, 0.5f, 0.5f], new(member, scale)), stream);
        stream.Position = 0;

        Assert.Throws<ModelFileException>(() => ModelReader.Read(stream));
    }
}
