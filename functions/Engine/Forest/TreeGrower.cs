using Matinee.Engine.Numerics;

namespace Matinee.Engine.Forest;

/// <summary>Grows trees, one after the other, from samples of the rows: the scratch of one thread.</summary>
sealed class TreeGrower(BinnedRows data, ForestOptions options)
{
    readonly int[] _rows = new int[data.Stars.Length];
    readonly int[] _right = new int[data.Stars.Length];
    readonly float[] _stars = new float[data.Stars.Length];
    readonly int[] _columns = new int[data.Width];
    readonly Bin[] _bins = new Bin[ForestOptions.MaxBins];
    readonly List<TreeNode> _nodes = [];

    /// <summary>Grows a tree of as many rows as there are, drawn with replacement; adds each column's gain.</summary>
    public long[] Grow(SeededRandom random, Span<double> gains)
    {
        for (var i = 0; i < _rows.Length; i++) _rows[i] = random.Next(_rows.Length);
        _rows.AsSpan().Sort(); // memory is walked forwards, and the sums are the same
        for (var column = 0; column < _columns.Length; column++) _columns[column] = column;
        _nodes.Clear();
        _nodes.Add(default);
        var open = new Stack<Part>();
        open.Push(new(0, 0, _rows.Length, 0));
        while (open.TryPop(out var part))
        {
            var sum = Collect(part);
            if (Best(part, sum, ref random) is not { Gain: > 0 } best)
            {
                _nodes[part.Node] = TreeNode.Leaf((float)(sum / part.Count));
                continue;
            }

            gains[best.Column] += best.Gain;
            var middle = Divide(part, best);
            _nodes[part.Node] = TreeNode.Question(best.Column, data.Bound(best.Column, best.Bin), _nodes.Count);
            open.Push(new(_nodes.Count, part.Start, middle, part.Depth + 1));
            open.Push(new(_nodes.Count + 1, middle, part.End, part.Depth + 1));
            _nodes.Add(default);
            _nodes.Add(default);
        }

        return [.. _nodes.Select(node => node.Bits)];
    }

    /// <summary>Brings the stars of the part's rows together; returns their sum.</summary>
    double Collect(Part part)
    {
        var all = data.Stars.Span;
        var rows = _rows.AsSpan(part.Start, part.Count);
        var stars = _stars.AsSpan(part.Start, part.Count);
        var sum = 0.0;
        for (var i = 0; i < rows.Length; i++) sum += stars[i] = all[rows[i]];
        return sum;
    }

    /// <summary>The question that lessens the squared error most, among those about some columns.</summary>
    Split? Best(Part part, double sum, ref SeededRandom random)
    {
        if (part.Count < 2 * options.MinLeaf || part.Depth == options.MaxDepth || _nodes.Count + 2 > TreeNode.MaxNodes) return null;
        Split? best = null;
        var before = sum * sum / part.Count;
        var tried = Math.Max(1, (int)Math.Round(options.Tried * _columns.Length));
        for (var i = 0; i < tried; i++)
        {
            var other = i + random.Next(_columns.Length - i);
            (_columns[i], _columns[other]) = (_columns[other], _columns[i]);
            var bins = data.BinsOf(_columns[i]);
            if (bins == 1) continue;
            SumUp(part, data.Column(_columns[i]), bins);
            var (left, count) = (0.0, 0);
            for (var bin = 0; bin < bins - 1; bin++)
            {
                left += _bins[bin].Sum;
                count += _bins[bin].Count;
                if (count < options.MinLeaf) continue;
                if (part.Count - count < options.MinLeaf) break;
                var right = sum - left;
                var gain = left * left / count + right * right / (part.Count - count) - before;
                if (gain > (best?.Gain ?? 0)) best = new(_columns[i], bin, gain);
            }
        }

        return best;
    }

    void SumUp(Part part, ReadOnlySpan<byte> column, int bins)
    {
        var histogram = _bins.AsSpan();
        histogram[..bins].Clear();
        var rows = _rows.AsSpan(part.Start, part.Count);
        var stars = _stars.AsSpan(part.Start, part.Count);
        for (var i = 0; i < rows.Length; i++)
        {
            ref var bin = ref histogram[column[rows[i]]];
            bin.Sum += stars[i];
            bin.Count++;
        }
    }

    /// <summary>Brings the rows that go left before those that go right, keeping their order; returns where the latter begin.</summary>
    int Divide(Part part, Split split)
    {
        var column = data.Column(split.Column);
        var (left, right) = (part.Start, 0);
        for (var i = part.Start; i < part.End; i++)
        {
            if (column[_rows[i]] <= split.Bin) _rows[left++] = _rows[i];
            else _right[right++] = _rows[i];
        }

        _right.AsSpan(0, right).CopyTo(_rows.AsSpan(left));
        return left;
    }

    struct Bin
    {
        public double Sum;
        public int Count;
    }

    readonly record struct Part(int Node, int Start, int End, int Depth)
    {
        public int Count => End - Start;
    }

    sealed record Split(int Column, int Bin, double Gain);
}
