using Matinee.Engine.Portraits;

namespace Matinee.Engine.Statistics;

/// <summary>How far each column of a table goes together with each other one.</summary>
/// <param name="Columns">What the columns are called.</param>
/// <param name="Cells">Each pair once, the row before the column; pairs that nothing can be said of are left out.</param>
public sealed record CorrelationMatrix(IReadOnlyList<string> Columns, IReadOnlyList<CorrelationCell> Cells)
{
    /// <summary>
    /// Correlates all pairs. A pair known of fewer people than a portrait must have is left out; p-values are adjusted for how many
    /// pairs were tried.
    /// </summary>
    public static CorrelationMatrix Of(PeopleTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var found = new List<(int Row, int Column, Correlation Correlation)>();
        for (var row = 0; row < table.Names.Count; row++)
        {
            for (var column = row + 1; column < table.Names.Count; column++)
            {
                if (Correlation.Of(table.Column(row), table.Column(column)) is { Count: >= Portrait.MinPeople } correlation)
                    found.Add((row, column, correlation));
            }
        }

        var adjusted = FalseDiscoveries.Adjusted(found.Select(cell => cell.Correlation.PValue).ToArray());
        return new(table.Names, [.. found.Select((cell, i) => new CorrelationCell(
            cell.Row, cell.Column, cell.Correlation.R, cell.Correlation.Count, cell.Correlation.PValue, adjusted[i]))]);
    }
}

/// <summary>One pair of columns.</summary>
/// <param name="Row">The place of one column.</param>
/// <param name="Column">The place of the other one, which is later.</param>
/// <param name="R">Pearson's coefficient.</param>
/// <param name="Count">How many people have both values.</param>
/// <param name="PValue">How likely chance alone gives as strong a coefficient.</param>
/// <param name="Adjusted">The p-value adjusted for the number of pairs (<see cref="FalseDiscoveries"/>).</param>
public sealed record CorrelationCell(int Row, int Column, double R, int Count, double PValue, double Adjusted);
