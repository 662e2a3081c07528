using Matinee.Engine.Files;
using Matinee.Engine.Neighbours;

namespace Matinee.Engine.Tests.Neighbours;

public sealed class SparseRowsTests
{
    static readonly int[] s_offsets = [0, 2, 2, 3];
    static readonly int[] s_columns = [1, 4, 0];
    static readonly float[] s_values = [0.5f, 2f, -1f];

    [Theory]
    [InlineData(0, new[] { 0, 0, 1 }, new[] { 0 })]
    [InlineData(1, new[] { 0, 2, 3 }, new[] { 1, 4, 0 })]
    [InlineData(2, new[] { 0, 2, 2 }, new[] { 1, 4 })]
    public void Without_ARow_ClosesTheGap(int row, int[] offsets, int[] columns)
    {
        var rows = new SparseRows(s_offsets, s_columns, s_values).Without(row);

        Assert.Equal(offsets, rows.Offsets.ToArray());
        Assert.Equal(columns, rows.Columns.ToArray());
        Assert.Equal(columns.Length, rows.Values.Length);
    }

    [Fact]
    public void Item_ARow_GivesItsPlacesAndNumbers()
    {
        var row = new SparseRows(s_offsets, s_columns, s_values)[0];

        Assert.Equal(2, row.Count);
        Assert.Equal([1, 4], row.Columns.ToArray());
        Assert.Equal([0.5f, 2f], row.Values.ToArray());
    }

    [Theory]
    [InlineData(new[] { 0, 2, 1, 3 }, new[] { 1, 4, 0 })]
    [InlineData(new[] { 1, 2, 2, 3 }, new[] { 1, 4, 0 })]
    [InlineData(new[] { 0, 2, 2, 2 }, new[] { 1, 4, 0 })]
    [InlineData(new[] { 0, 2, 2, 9 }, new[] { 1, 4, 0 })]
    [InlineData(new[] { 0, 2, 3 }, new[] { 1, 4, 0 })]
    [InlineData(new[] { 0, 2, 2, 3 }, new[] { 1, 5, 0 })]
    [InlineData(new[] { 0, 2, 2, 3 }, new[] { 1, -1, 0 })]
    [InlineData(new[] { 0, 2, 2, 2 }, new[] { 1, 4 })]
    public void Read_RowsThatContradictThemselves_AreRefused(int[] offsets, int[] columns)
    {
        var stream = new MemoryStream();
        var file = new ModelFileWriter("rows");
        new SparseRows(offsets, columns, s_values).Add(file);
        file.WriteTo(stream);
        stream.Position = 0;

        Assert.Throws<ModelFileException>(() => SparseRows.Read(ModelFile.Read(stream), rows: 3, places: 5));
    }
}
