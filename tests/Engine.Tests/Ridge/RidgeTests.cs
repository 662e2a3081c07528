using Matinee.Engine.Facts;
using Matinee.Engine.Features;
using Matinee.Engine.Files;
using Matinee.Engine.Models;
using Matinee.Engine.Ratings;
using Matinee.Engine.Ridge;
using Matinee.Engine.Tests.Models;
using Matinee.Engine.Training;

namespace Matinee.Engine.Tests.Ridge;

public sealed class RidgeTests
{
    [Fact]
    public void Fit_AnyWeightMoved_FitsWorse()
    {
        var ratings = Interactions.From(ContractRatings.CommunityRows());
        var facts = new KnownFacts(Enumerable.Range(0, 110).Select(film => new FilmFacts(3 * film + 2) { Year = 1950 + film % 50, Genres = [$"genre {film % 3}"] }));
        const double regularization = 0.01;
        var model = new RidgeTrainer(new() { Facts = facts, Regularization = regularization }).Fit(ratings, new TrainingRun());
        var rows = FeatureRows.Of(ratings, facts, FeatureWords.Of(ratings, facts), 1_000_000, new TrainingRun());
        var weights = model.Weights.Select(weight => weight.Weight).ToArray();
        var deviations = Enumerable.Range(0, rows.Width).Select(column => Deviation(rows, column)).ToArray();

        // The constant is the best one for any weights, so the objective is that of centred columns.
        double Objective(double[] candidate)
        {
            var errors = Enumerable.Range(0, rows.Count).Select(row => rows.Stars[row] - candidate.Select((w, c) => w * rows[row][c]).Sum()).ToArray();
            var mean = errors.Average();
            return errors.Average(error => (error - mean) * (error - mean)) + regularization * candidate.Select((w, c) => Math.Pow(w * deviations[c], 2)).Sum();
        }

        var best = Objective(weights);
        for (var column = 0; column < weights.Length; column++)
        {
            if (deviations[column] < 1e-3) continue;
            foreach (var step in (double[])[-0.02, 0.02])
            {
                var moved = weights.ToArray();
                moved[column] += step / deviations[column];
                Assert.True(Objective(moved) > best, $"{model.Weights[column].Feature} moved by {step}");
            }
        }
    }

    [Fact]
    public void FoldIn_PersonTellsOfThemselves_ChangesTheScores()
    {
        // Women like even films, men odd ones; nobody has rated enough to show it.
        var ratings = Interactions.From(
            from user in Enumerable.Range(0, 200)
            from film in Enumerable.Range(0, 30)
            where (user / 2 + film / 3) % 8 == 0
            select new Rating(user, film, (user + film) % 2 == 0 ? 4.5f : 1.5f, 0));
        var facts = new KnownFacts([], Enumerable.Range(0, 200).Select(user => KeyValuePair.Create((long)user, new PersonFacts { Gender = user % 2 == 0 ? "F" : "M" })));

        var model = new RidgeTrainer(new() { Facts = facts }).Fit(ratings, new TrainingRun());

        var (woman, man) = (model.FoldIn([], new() { Gender = "F" }), model.FoldIn([], new() { Gender = "M" }));
        Assert.True(woman.Score(4) > man.Score(4) + 0.5f, $"{woman.Score(4)} and {man.Score(4)}");
        Assert.True(woman.Score(5) < man.Score(5) - 0.5f, $"{woman.Score(5)} and {man.Score(5)}");
        Assert.Equal(model.FoldIn([]).Score(4), model.FoldIn([], PersonFacts.Unknown).Score(4));
    }

    [Fact]
    public void Read_WeightThatIsNoNumber_IsRefused()
    {
        var ratings = Interactions.From([new(1, 2, 3, 0)]);
        var table = FeatureTableBuilder.Of(ratings, KnownFacts.None, FeatureWords.Of(ratings, KnownFacts.None), new TrainingRun());
        var weights = new double[table.Columns.Width + 1];
        weights[^1] = double.PositiveInfinity;
        using var stream = new MemoryStream();
        ModelReader.Write(new RidgeModel(table, weights), stream);
        stream.Position = 0;

        Assert.Throws<ModelFileException>(() => ModelReader.Read(stream));
    }

    static double Deviation(FeatureRows rows, int column)
    {
        var mean = Enumerable.Range(0, rows.Count).Average(row => (double)rows[row][column]);
        return Math.Sqrt(Enumerable.Range(0, rows.Count).Average(row => Math.Pow(rows[row][column] - mean, 2)));
    }
}
