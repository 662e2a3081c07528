using Matinee.Engine.Facts;
using Matinee.Engine.Features;
using Matinee.Engine.Files;
using Matinee.Engine.Forest;
using Matinee.Engine.Models;
using Matinee.Engine.Numerics;
using Matinee.Engine.Ratings;
using Matinee.Engine.Training;

namespace Matinee.Engine.Tests.Forest;

public sealed class ForestTests
{
    const int Width = 4;

    [Fact]
    public void Grow_FirstQuestion_IsTheBestOfAllByExhaustion()
    {
        for (var seed = 1UL; seed <= 5; seed++)
        {
            var rows = Rows(seed, 200);
            var options = new ForestOptions { Tried = 1, MinLeaf = 7, Bins = 16 };
            var data = new BinnedRows(rows, options.Bins, new TrainingRun());
            var gains = new double[Width];

            var root = new TreeNode(new TreeGrower(data, options with { MaxDepth = 1 }).Grow(new(seed), gains)[0]);

            var (column, bound, gain) = NaiveBest(rows, data, options.MinLeaf, seed);
            Assert.Equal(column, root.Column);
            Assert.Equal(bound, root.Value);
            Assert.Equal(gain, gains.Sum(), 1e-3);
            Assert.Equal(gain, gains[column], 1e-3);
        }
    }

    [Fact]
    public void Grow_Tree_LeavesHoldTheMeansOfTheirRows()
    {
        var rows = Rows(3, 400);
        var options = new ForestOptions { MinLeaf = 10, Tried = 0.5 };
        var tree = new TreeGrower(new BinnedRows(rows, options.Bins, new TrainingRun()), options).Grow(new(9), new double[Width]);

        // The rows drawn are the first numbers of the sequence.
        var random = new SeededRandom(9);
        var drawn = Enumerable.Range(0, rows.Count).Select(_ => random.Next(rows.Count)).ToArray();
        var leaves = drawn.GroupBy(row => Leaf(tree, rows[row].ToArray())).ToArray();
        Assert.True(leaves.Length > 5);
        foreach (var leaf in leaves)
        {
            Assert.True(leaf.Count() >= options.MinLeaf, $"A leaf has {leaf.Count()} rows.");
            Assert.Equal(leaf.Average(row => rows.Stars[row]), new TreeNode(tree[leaf.Key]).Value, 1e-4);
        }
    }

    [Fact]
    public void Grow_SameRowsDrawn_EveryTreeIsAnother()
    {
        var rows = Rows(4, 300);
        var grower = new TreeGrower(new BinnedRows(rows, 32, new TrainingRun()), new());

        var (first, second) = (grower.Grow(new(1, 0), new double[Width]), grower.Grow(new(1, 1), new double[Width]));

        Assert.NotEqual(first, second);
        Assert.Equal(first, grower.Grow(new(1, 0), new double[Width]));
    }

    [Fact]
    public void Fit_GenreDecides_IsTheMostImportantOfTheRest()
    {
        // Who likes comedies likes no dramas; the viewers' means and the films' say nothing.
        var facts = new KnownFacts(Enumerable.Range(0, 60).Select(film => new FilmFacts(film) { Genres = [film % 2 == 0 ? "Comedy" : "Drama"] }));
        var random = new SeededRandom(3);
        var rows = new List<Rating>();
        for (var user = 0; user < 200; user++)
        {
            for (var film = 0; film < 60; film++)
            {
                if (random.NextDouble() < 0.4) rows.Add(new(user, film, (user + film) % 2 == 0 ? 4.5f : 1.5f, 0));
            }
        }

        var model = new ForestTrainer(new() { Facts = facts, Trees = 30 }).Fit(Interactions.From(rows), new TrainingRun());

        Assert.Equal(1, model.Importances.Sum(importance => importance.Share), 1e-9);
        string[] tellTale = ["liking of its genres", "liking of its best genre", "liking of its worst genre", "liking of kindred films"];
        Assert.All(model.Importances.Take(4), importance => Assert.Contains(importance.Feature, tellTale));
        Assert.InRange(model.FoldIn([new(0, 4.5f), new(1, 1.5f), new(2, 4.5f), new(4, 5)]).Score(10), 3.8f, 5f);
    }

    [Fact]
    public void Read_TreesThatLie_AreRefused()
    {
        var leaf = TreeNode.Leaf(3).Bits;
        Refused([TreeNode.Question(0, 1, 0).Bits, leaf, leaf], "a child"); // would go round in circles
        Refused([TreeNode.Question(0, 1, 2).Bits, leaf, leaf], "a child"); // right child behind the end
        Refused([TreeNode.Question(200, 1, 1).Bits, leaf, leaf], "a column");
        Refused([TreeNode.Question(0, float.NaN, 1).Bits, leaf, leaf], "a number");
        Refused([TreeNode.Leaf(float.PositiveInfinity).Bits], "a number");
        Refused([leaf], "where a tree begins", [0, 2]);
        Refused([leaf, leaf], "where a tree begins", [0, 0, 2]);
    }

    static void Refused(long[] nodes, string what, int[]? roots = null)
    {
        var ratings = Interactions.From([new(1, 2, 3, 0)]);
        var table = FeatureTableBuilder.Of(ratings, KnownFacts.None, FeatureWords.Of(ratings, KnownFacts.None), new TrainingRun());
        using var stream = new MemoryStream();
        ModelReader.Write(new ForestModel(table, new Trees(nodes, roots ?? [0, nodes.Length]), new double[table.Columns.Width]), stream);
        stream.Position = 0;
        Assert.Contains(what, Assert.Throws<ModelFileException>(() => ModelReader.Read(stream)).Message, StringComparison.Ordinal);
    }

    static FeatureRows Rows(ulong seed, int count)
    {
        var random = new SeededRandom(seed, 99);
        var rows = new FeatureRows(Width, new float[count * Width], new float[count]);
        for (var row = 0; row < count; row++)
        {
            for (var column = 0; column < Width; column++) rows.Values[row * Width + column] = column == 3 ? random.Next(3) : (float)random.NextNormal();
            rows.Stars[row] = (float)Math.Clamp(Math.Round(2 * (3 + rows[row][1] + 0.5 * rows[row][3] + 0.5 * random.NextNormal())) / 2, 0.5, 5);
        }

        return rows;
    }

    static (int Column, float Bound, double Gain) NaiveBest(FeatureRows rows, BinnedRows data, int minLeaf, ulong seed)
    {
        var random = new SeededRandom(seed);
        var drawn = Enumerable.Range(0, rows.Count).Select(_ => random.Next(rows.Count)).ToArray();
        double Error(IEnumerable<int> some)
        {
            var stars = some.Select(row => (double)rows.Stars[row]).ToArray();
            var mean = stars.Average();
            return stars.Sum(star => (star - mean) * (star - mean));
        }

        var best = (Column: -1, Bound: 0f, Gain: 0.0);
        for (var column = 0; column < Width; column++)
        {
            for (var bin = 0; bin < data.BinsOf(column) - 1; bin++)
            {
                var bound = data.Bound(column, bin);
                var left = drawn.Where(row => rows[row][column] <= bound).ToArray();
                if (left.Length < minLeaf || drawn.Length - left.Length < minLeaf) continue;
                var gain = Error(drawn) - Error(left) - Error(drawn.Where(row => rows[row][column] > bound));
                if (gain > best.Gain + 1e-9) best = (column, bound, gain);
            }
        }

        return best;
    }

    static int Leaf(long[] tree, float[] row)
    {
        var at = 0;
        while (!new TreeNode(tree[at]).IsLeaf)
        {
            var node = new TreeNode(tree[at]);
            at = row[node.Column] <= node.Value ? node.Left : node.Left + 1;
        }

        return at;
    }
}
