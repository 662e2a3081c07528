namespace Matinee.Local.Import;

/// <summary>The rows that were left out: how many, and the first of them with their places.</summary>
sealed class Problems
{
    public const int MostShown = 10;

    /// <summary>A file in which more rows are bad is not what it seems to be.</summary>
    public const double MostBad = 0.1;

    // Of so few rows any may be bad.
    const int Few = 20;

    readonly Dictionary<string, (long Count, List<string> First)> _files = [];

    /// <summary>All rows that were left out.</summary>
    public long Count => _files.Values.Sum(file => file.Count);

    /// <summary>The first of each file, as a person may read them.</summary>
    public IEnumerable<string> First => _files.Values.SelectMany(file => file.First);

    public void Add(string file, long line, string what) => Add(file, $"line {line}: {what}");

    /// <summary>A row whose line is not known any more.</summary>
    public void AddRow(string file, string what) => Add(file, what);

    void Add(string file, string what)
    {
        var (count, first) = _files.GetValueOrDefault(file, (0, []));
        if (first.Count < MostShown) first.Add($"{file} {what}");
        _files[file] = (count + 1, first);
    }

    /// <summary>Forgets what was said of a file that is read once more.</summary>
    public void Clear(string file) => _files.Remove(file);

    /// <summary>Looks whether a file that was read is sound as a whole.</summary>
    /// <exception cref="ImportException">It is empty, or most of its rows are bad.</exception>
    public void RequireSound(string file, long goodRows)
    {
        var (bad, first) = _files.GetValueOrDefault(file, (0, []));
        if (bad > Few && bad > MostBad * (goodRows + bad))
        {
            throw new ImportException(
                $"{bad:N0} of {goodRows + bad:N0} rows of {file} can't be used, so it is probably not the file it should be. The first ones:"
                + Environment.NewLine + string.Join(Environment.NewLine, first));
        }

        if (goodRows == 0)
            throw new ImportException($"{file} has no row that can be used." + (first.Count > 0 ? Environment.NewLine + string.Join(Environment.NewLine, first) : ""));
    }
}
