namespace Matinee.Local.Import;

/// <summary>Tells what could not be taken in.</summary>
static class ProblemText
{
    public static async Task WriteAsync(TextWriter output, Problems problems)
    {
        if (problems.Count == 0) return;
        await output.WriteLineAsync($"{problems.Count:N0} rows were left out. The first ones:");
        foreach (var problem in problems.First) await output.WriteLineAsync($"  {problem}");
    }
}
