namespace Matinee.Engine.Neighbours;

/// <summary>A row of <see cref="SparseRows"/>.</summary>
readonly ref struct SparseRow(ReadOnlySpan<int> columns, ReadOnlySpan<float> values)
{
    public ReadOnlySpan<int> Columns { get; } = columns;

    public ReadOnlySpan<float> Values { get; } = values;

    public int Count => Columns.Length;
}
