using Matinee.Engine.Files;

namespace Matinee.Engine.Forest;

/// <summary>Many trees, one behind the other.</summary>
/// <param name="Nodes">The nodes; children are counted from their tree's root.</param>
/// <param name="Roots">Where each tree begins, and where the last one ends.</param>
sealed record Trees(ReadOnlyMemory<long> Nodes, ReadOnlyMemory<int> Roots)
{
    // A step waits for memory and guesses wrong every other time; rows that walk side by side wait together.
    const int Together = 8;

    public int Count => Roots.Length - 1;

    public static Trees Of(long[][] trees)
    {
        var roots = new int[trees.Length + 1];
        for (var tree = 0; tree < trees.Length; tree++) roots[tree + 1] = checked(roots[tree] + trees[tree].Length);
        return new(trees.SelectMany(tree => tree).ToArray(), roots);
    }

    /// <summary>What all trees say of some rows, on average. A row's answer does not depend on the rows beside it.</summary>
    public void Predict(ReadOnlySpan<float> rows, int width, Span<float> answers)
    {
        // Tree by tree: a tree stays in the cache while all rows walk through it.
        answers.Clear();
        var roots = Roots.Span;
        for (var tree = 0; tree < Count; tree++)
        {
            var nodes = Nodes.Span[roots[tree]..roots[tree + 1]];
            var row = 0;
            for (; row <= answers.Length - Together; row += Together) Walk(nodes, rows[(row * width)..], width, answers.Slice(row, Together));
            for (; row < answers.Length; row++) Walk(nodes, rows[(row * width)..], width, answers.Slice(row, 1));
        }

        foreach (ref var answer in answers) answer /= Count;
    }

    public void Save(ModelFileWriter file)
    {
        file.Add("nodes", Nodes);
        file.Add("roots", Roots);
    }

    public static Trees Read(ModelFile file, int width)
    {
        var trees = new Trees(file.Section<long>("nodes"), file.Section<int>("roots"));
        var roots = trees.Roots.Span;
        if (roots.Length < 2 || roots[0] != 0 || roots[^1] != trees.Nodes.Length) throw Contradiction("where a tree begins");
        for (var tree = 0; tree < trees.Count; tree++)
        {
            if (roots[tree] >= roots[tree + 1] || roots[tree] < 0) throw Contradiction("where a tree begins");
            Require(trees.Nodes.Span[roots[tree]..roots[tree + 1]], width);
        }

        return trees;
    }

    static void Walk(ReadOnlySpan<long> nodes, ReadOnlySpan<float> rows, int width, Span<float> answers)
    {
        Span<int> places = stackalloc int[Together];
        places.Clear();
        var walking = true;
        while (walking)
        {
            walking = false;
            for (var row = 0; row < answers.Length; row++)
            {
                var node = new TreeNode(nodes[places[row]]);
                if (node.IsLeaf) continue;
                // No branch: which way a row goes can't be foreseen.
                places[row] = node.Left + Convert.ToInt32(rows[row * width + node.Column] > node.Value);
                walking = true;
            }
        }

        for (var row = 0; row < answers.Length; row++) answers[row] += new TreeNode(nodes[places[row]]).Value;
    }

    // Children behind their parents: no walk can go round in circles.
    static void Require(ReadOnlySpan<long> nodes, int width)
    {
        for (var i = 0; i < nodes.Length; i++)
        {
            var node = new TreeNode(nodes[i]);
            if (!float.IsFinite(node.Value)) throw Contradiction("a number");
            if (node.IsLeaf) continue;
            if (node.Column >= width) throw Contradiction("a column");
            if (node.Left <= i || node.Left + 1 >= nodes.Length) throw Contradiction("a child");
        }
    }

    static ModelFileException Contradiction(string what) => new($"The trees of the model file do not fit together: {what} is out of range.");
}
