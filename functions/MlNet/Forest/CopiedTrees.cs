using Matinee.Engine.Forest;
using Microsoft.ML.Trainers.FastTree;

namespace Matinee.MlNet.Forest;

/// <summary>Trees of ML.NET as trees of the engine: both send a row to the left whose number is no more than the bound.</summary>
static class CopiedTrees
{
    /// <summary>The trees, one by one; adds what each column's questions have gained.</summary>
    public static IEnumerable<long[]> Of(QuantileRegressionTreeEnsemble ensemble, double[] gains)
    {
        var share = ensemble.Bias / ensemble.Trees.Count;
        for (var tree = 0; tree < ensemble.Trees.Count; tree++)
        {
            var source = ensemble.Trees[tree];
            for (var node = 0; node < source.NumberOfNodes; node++) gains[source.NumericalSplitFeatureIndexes[node]] += source.SplitGains[node];
            yield return Copy(source, ensemble.TreeWeights[tree], share);
        }
    }

    // In ML.NET a child that is a leaf is the complement of the leaf's number. Here both children follow each other, behind their parent.
    static long[] Copy(QuantileRegressionTree source, double weight, double bias)
    {
        var nodes = new List<TreeNode> { default };
        var open = new Queue<(int Source, int Place)>();
        open.Enqueue((source.NumberOfNodes == 0 ? ~0 : 0, 0));
        while (open.TryDequeue(out var part))
        {
            if (part.Source < 0)
            {
                nodes[part.Place] = TreeNode.Leaf((float)(source.LeafValues[~part.Source] * weight + bias));
                continue;
            }

            nodes[part.Place] = TreeNode.Question(source.NumericalSplitFeatureIndexes[part.Source], source.NumericalSplitThresholds[part.Source], nodes.Count);
            open.Enqueue((source.LeftChild[part.Source], nodes.Count));
            open.Enqueue((source.RightChild[part.Source], nodes.Count + 1));
            nodes.Add(default);
            nodes.Add(default);
        }

        return [.. nodes.Select(node => node.Bits)];
    }
}
