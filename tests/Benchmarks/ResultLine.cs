using System.Globalization;

namespace Matinee.Benchmarks;

/// <summary>The last line of every command, for programs: RESULT key=value key=value.</summary>
sealed class ResultLine
{
    const string Start = "RESULT";

    readonly List<string> _pairs = [];

    public ResultLine With(string key, string value)
    {
        _pairs.Add($"{key.Replace(' ', '-')}={value.Replace(' ', '-')}");
        return this;
    }

    public ResultLine With(string key, double value) => With(key, value.ToString("G6", CultureInfo.InvariantCulture));

    public void Print() => Console.WriteLine(string.Join(' ', _pairs.Prepend(Start)));

    /// <summary>Reads such a line again; null where it is none.</summary>
    public static IReadOnlyDictionary<string, string>? Read(string line) =>
        line.Split(' ') is [Start, .. var pairs]
            ? pairs.Select(pair => pair.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1])
            : null;
}
