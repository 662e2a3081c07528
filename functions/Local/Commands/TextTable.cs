namespace Matinee.Local.Commands;

/// <summary>Rows of text in columns: the first ones to the left, those of numbers to the right.</summary>
sealed class TextTable(int leftColumns, params string[] heads)
{
    const string Gap = "  ";

    readonly List<string[]> _rows = [heads];

    public void Add(params string[] cells)
    {
        if (cells.Length != heads.Length) throw new ArgumentException($"{cells.Length} cells are not {heads.Length}.", nameof(cells));
        _rows.Add(cells);
    }

    public async Task WriteAsync(TextWriter output)
    {
        var widths = Enumerable.Range(0, heads.Length).Select(column => _rows.Max(row => row[column].Length)).ToArray();
        foreach (var row in _rows)
        {
            var cells = row.Select((cell, column) => column < leftColumns ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]));
            await output.WriteLineAsync(string.Join(Gap, cells).TrimEnd());
        }
    }
}
