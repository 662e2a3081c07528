namespace Matinee.Engine.Neural;

/// <summary>A table of which a step touches few rows: only those are cleared and walked.</summary>
sealed class TouchedRows(int rows, int stride)
{
    readonly float[] _values = new float[checked(rows * stride)];
    readonly bool[] _marks = new bool[rows];
    readonly List<int> _touched = [];

    /// <summary>The rows touched since the last <see cref="Clear"/>, in the order of their first touch.</summary>
    public IReadOnlyList<int> Touched => _touched;

    public ReadOnlySpan<float> this[int row] => _values.AsSpan(row * stride, stride);

    /// <summary>A row to add to.</summary>
    public Span<float> Touch(int row)
    {
        if (!_marks[row])
        {
            _marks[row] = true;
            _touched.Add(row);
        }

        return _values.AsSpan(row * stride, stride);
    }

    public void Clear()
    {
        foreach (var row in _touched)
        {
            _marks[row] = false;
            _values.AsSpan(row * stride, stride).Clear();
        }

        _touched.Clear();
    }
}
