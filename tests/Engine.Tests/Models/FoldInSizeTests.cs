using Matinee.Engine.Als;
using Matinee.Engine.Ease;
using Matinee.Engine.Factorization;
using Matinee.Engine.Forest;
using Matinee.Engine.Models;
using Matinee.Engine.Neighbours;
using Matinee.Engine.Neural;
using Matinee.Engine.Numerics;
using Matinee.Engine.Ratings;
using Matinee.Engine.Ridge;
using Matinee.Engine.Training;

namespace Matinee.Engine.Tests.Models;

/// <summary>Viewers with one rating and with thousands.</summary>
public sealed class FoldInSizeTests
{
    const int Films = 2_400;

    static readonly Lazy<Interactions> s_ratings = new(() =>
    {
        var random = new SeededRandom(12);
        var rows = new List<Rating>();
        for (var film = 0; film < Films; film++) rows.Add(new(film % 300, film, 3, 0)); // every film is known
        for (var i = 0; i < 20_000; i++) rows.Add(new(random.Next(300), random.Next(Films), (1 + random.Next(10)) / 2f, i));
        return Interactions.From(rows);
    });

    public static TheoryData<string> Trainers =>
    [
        AlsModel.Name, EaseModel.Name, FactorizationModel.Name, ItemNeighboursModel.Name, UserNeighboursModel.Name,
        ForestModel.Name, NeuralModel.Name, RidgeModel.Name,
    ];

    [Theory]
    [MemberData(nameof(Trainers))]
    public void FoldIn_OneToTwoThousandRatings_ScoresAreSoundAndSharesAddUp(string name)
    {
        var model = Trainer(name).Fit(s_ratings.Value, new TrainingRun());
        var scores = new float[Films];
        foreach (var size in (int[])[1, 2, 17, 200, 2_000])
        {
            var random = new SeededRandom((ulong)size);
            var films = IdMap.Range(Films).Ids.ToArray();
            random.Shuffle(films.AsSpan());
            var own = Array.ConvertAll(films[..size], film => new OwnRating(film, (1 + film % 10) / 2f));

            var viewer = model.FoldIn(own);

            viewer.ScoreAll(scores);
            Assert.All(scores, score => Assert.True(float.IsFinite(score), $"{name} with {size} ratings scores {score}."));
            Assert.True(scores.Distinct().Count() > 10, $"{name} with {size} ratings tells no films apart.");
            if (viewer is not IExplainingViewer explaining) continue;
            var explanation = explaining.Explain([films[^1]])[0];
            Assert.Equal(size, explanation.Shares.Count);
            Assert.Equal(explanation.Score, explanation.Base + explanation.Shares.Sum(share => (double)share.Part), 1e-3);
        }
    }

    static ITrainer Trainer(string name) => name switch
    {
        AlsModel.Name => new AlsTrainer(new() { Factors = 32 }),
        EaseModel.Name => new EaseTrainer(),
        FactorizationModel.Name => new FactorizationTrainer(new()),
        ForestModel.Name => new ForestTrainer(new() { Trees = 10 }),
        ItemNeighboursModel.Name => new ItemNeighboursTrainer(),
        NeuralModel.Name => new NeuralTrainer(new() { Embedding = 16, Epochs = 5 }),
        RidgeModel.Name => new RidgeTrainer(),
        _ => new UserNeighboursTrainer(),
    };
}
