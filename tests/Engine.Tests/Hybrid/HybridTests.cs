using Matinee.Engine.Als;
using Matinee.Engine.Baseline;
using Matinee.Engine.Content;
using Matinee.Engine.Ease;
using Matinee.Engine.Evaluation;
using Matinee.Engine.Facts;
using Matinee.Engine.Hybrid;
using Matinee.Engine.Models;
using Matinee.Engine.Popularity;
using Matinee.Engine.Ratings;
using Matinee.Engine.Tests.Content;
using Matinee.Engine.Tests.Models;
using Matinee.Engine.Training;

namespace Matinee.Engine.Tests.Hybrid;

public sealed class HybridTests
{
    const int Cold = 5000; // a film of the first block that nobody has rated
    const int OtherCold = 5001; // and one of the second

    static readonly Interactions s_community = Interactions.From(ContractRatings.CommunityRows());

    [Fact]
    public void Score_AnyFilm_IsTheWeightedSumOfItsMembers()
    {
        var model = OfCommunity(HeavyFrom: 100);
        var own = s_community.OfUser(60).ToOwn();
        Assert.InRange(own.Length, 21, 99);
        var viewer = model.FoldIn(own);
        var (ease, content, popularity) = (model.Models[0].FoldIn(own), model.Models[1].FoldIn(own), model.Models[2].FoldIn(own));
        for (var film = 0; film < model.Items.Count; film++)
        {
            // A regular viewer's weights: 4, 5, 6 of the first member and 13, 14, 15 of the second, by kind of film.
            var kind = model.Kinds[film];
            var expected = (4 + kind) * ease.Score(film) + (13 + kind) * content.Score(film) + 0.5 * popularity.Score(film);
            Assert.Equal(expected, viewer.Score(film), 1e-3);
        }

        Assert.Equal(FilmKinds.Count, model.Kinds.Distinct().Count());
    }

    [Fact]
    public void Explain_OneRatingLessIsAnotherKindOfViewer_DropsAreExact()
    {
        var own = s_community.OfUser(60).ToOwn();
        var model = OfCommunity(HeavyFrom: own.Length); // who has one less is regular, and weighed otherwise
        var viewer = (IExplainingViewer)model.FoldIn(own);
        int[] films = [0, 17, 64, 109];
        var explanations = viewer.Explain(films);
        foreach (var left in own)
        {
            var without = model.FoldIn([.. own.Where(rating => rating.Item != left.Item)]);
            foreach (var reason in explanations)
            {
                var stated = reason.Shares.Single(share => share.Item == left.Item).Drop;
                Assert.Equal(reason.Score - without.Score(reason.Item), stated, 1e-3 * Math.Max(1, Math.Abs(reason.Score)));
            }
        }

        Assert.All(explanations, reason => Assert.Equal(
            reason.Score, reason.Base + reason.Shares.Sum(share => (double)share.Part), 1e-4 * Math.Max(1, Math.Abs(reason.Score))));
    }

    [Fact]
    public void FoldIn_FilmsThatNobodyRated_AreReachedByTheirContent()
    {
        var model = OfBlocks();

        var (cold, other) = (model.Items.IndexOf(Cold), model.Items.IndexOf(OtherCold));
        var ratings = ContractRatings.Blocks(dislikes: false);
        Assert.True(ratings.Items.IndexOf(Cold) < 0);
        for (var user = 0; user < ContractRatings.Likers; user++)
        {
            var own = ratings.OfUser(user).ToOwn(); // the cold films' ids are the highest: all places are the same
            var viewer = model.FoldIn(own);
            var (mine, others) = user < ContractRatings.BlockUsers ? (cold, other) : (other, cold);
            var scores = new float[model.Items.Count];
            viewer.ScoreAll(scores);
            var better = Enumerable.Range(0, ContractRatings.Films).Count(film => !ContractRatings.Likes(user, film) && scores[film] >= scores[mine]);
            Assert.True(better == 0, $"User {user}: {better} films of the other block come before the new one of the own.");
            Assert.True(scores[mine] > scores[others]);
        }
    }

    [Fact]
    public void SharedTerms_FilmThatNobodyRated_SayWhyItIsThere()
    {
        var model = OfBlocks();
        var viewer = Assert.IsAssignableFrom<ITermsViewer>(model.FoldIn([new(0, 5), new(1, 5)]));

        var terms = viewer.SharedTerms(model.Items.IndexOf(Cold), 3);

        Assert.Contains(terms, term => term.Text == "Crime");
        Assert.Equal(viewer.Score(model.Items.IndexOf(Cold)), viewer.SharedTerms(model.Items.IndexOf(Cold), 1000).Sum(term => term.Part), 1e-3);
    }

    [Fact]
    public void Similar_FilmThatNobodyRated_IsFoundByTheMemberThatKnowsIt()
    {
        var model = OfBlocks();

        var similar = model.Similar(model.Items.IndexOf(Cold), 5);

        Assert.Equal(5, similar.Count);
        Assert.All(similar, film => Assert.InRange(film.Item, 0, ContractRatings.BlockFilms - 1));
    }

    [Fact]
    public void FoldIn_Newcomer_SeesWhatIsPopular()
    {
        var trainer = new HybridTrainer(new() { Members = [new AlsTrainer(new() { Factors = 4, Epochs = 3 }), new PopularityTrainer()] });
        var model = trainer.Fit(s_community, new TrainingRun());
        var popularity = new PopularityTrainer().Fit(s_community, new TrainingRun());
        var (scores, counts) = (new float[model.Items.Count], new float[model.Items.Count]);

        model.FoldIn([]).ScoreAll(scores);

        popularity.FoldIn([]).ScoreAll(counts);
        for (var film = 1; film < scores.Length; film++)
            Assert.Equal(counts[film].CompareTo(counts[film - 1]), scores[film].CompareTo(scores[film - 1]));
    }

    [Fact]
    public void Fit_MemberThatKnowsNothing_LosesItsWeight()
    {
        // What films are said to be about is drawn at random: it must not outweigh what people watch.
        var facts = new KnownFacts(s_community.Items.Ids.ToArray().Select(id => new FilmFacts(id) { Keywords = [$"{id * 7919 % 13}"] }));
        ITrainer ease = new EaseTrainer(new() { Regularization = 20 });
        var split = Splits.RandomByUser(s_community, 0.25, 5);
        var trainer = new HybridTrainer(new() { Members = [new ContentTrainer(facts), ease], HeldOut = 0.2 });

        var model = trainer.Fit(split.Training, new TrainingRun());

        double Ndcg(IModel of) => ListEvaluation.Run(of, split, new() { Bootstrap = new() { Resamples = 0 } }, new())[Metric.Ndcg].Value;
        var (alone, blend, noise) = (Ndcg(ease.Fit(split.Training, new())), Ndcg(model), Ndcg(((HybridModel)model).Models[0]));
        Assert.True(blend > alone - 0.02, $"The blend has {blend}, its better member {alone}, the worse {noise}.");
        Assert.True(alone > noise + 0.05, "The test proves nothing: the worse member is nearly as good.");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Fit_MemberThatOnlyPredictsStars_IsRefusedByName(bool beside)
    {
        ITrainer stars = new BaselineTrainer(new());
        var trainer = new HybridTrainer(new() { Members = beside ? [new PopularityTrainer(), stars] : [stars] });

        var error = Assert.Throws<InvalidOperationException>(() => trainer.Fit(s_community, new TrainingRun()));

        Assert.Contains("'baseline'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_NoMembers_AreRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => new HybridOptions { Members = [] });

    static HybridModel OfBlocks()
    {
        var ratings = ContractRatings.Blocks(dislikes: false);
        var films = ratings.Items.Ids.ToArray().Select(InventedFacts.OfFilm)
            .Append(InventedFacts.OfFilm(Cold, 3)).Append(InventedFacts.OfFilm(OtherCold, ContractRatings.BlockFilms + 3));
        var trainer = new HybridTrainer(new()
        {
            Members = [new AlsTrainer(new() { Factors = 8, Epochs = 5 }), new ContentTrainer(new(films))],
        });
        return (HybridModel)trainer.Fit(ratings, new TrainingRun());
    }

    static HybridModel OfCommunity(int HeavyFrom)
    {
        var run = new TrainingRun();
        IModel[] members =
        [
            new EaseTrainer(new() { Regularization = 20 }).Fit(s_community, run),
            new ContentTrainer(InventedFacts.Of(s_community)).Fit(s_community, run),
            new PopularityTrainer().Fit(s_community, run),
        ];
        var weights = new HybridWeights([.. Enumerable.Range(1, 27).Select(weight => (float)weight)], [7, 7, 0.5f]);
        var options = new HybridOptions { Members = [new PopularityTrainer()], NewFilmUpTo = 12, Segments = new() { HeavyFrom = HeavyFrom } };
        return new(s_community.Items, members, weights, FilmKinds.Of(s_community.Items, s_community, options), options.Segments);
    }
}
