using System.Globalization;
using System.Numerics;

namespace Matinee.Benchmarks;

/// <summary>The options of a call.</summary>
sealed class Arguments
{
    readonly Dictionary<string, string> _values = [];

    Arguments()
    {
    }

    /// <exception cref="UsageException">An option is unknown, repeated or without a value.</exception>
    public static Arguments Parse(ReadOnlySpan<string> args, IReadOnlyList<Option> known)
    {
        var arguments = new Arguments();
        for (var i = 0; i < args.Length; i += 2)
        {
            var name = args[i].StartsWith("--", StringComparison.Ordinal) ? args[i][2..] : "";
            if (!known.Any(option => option.Name == name))
            {
                var names = string.Join(", ", known.Select(option => $"--{option.Name}"));
                throw new UsageException($"'{args[i]}' is no option here; there are {names}.");
            }

            if (i + 1 == args.Length) throw new UsageException($"{args[i]} needs a value.");
            if (!arguments._values.TryAdd(name, args[i + 1])) throw new UsageException($"{args[i]} is given twice.");
        }

        return arguments;
    }

    /// <summary>An option's text, or null where it is not given.</summary>
    public string? Text(string option) => _values.GetValueOrDefault(option);

    /// <summary>An option's whole number.</summary>
    /// <exception cref="UsageException">It is none, or out of range.</exception>
    public int Number(string option, int otherwise, int min, int max) =>
        Text(option) is { } text ? Number(option, text, min, max) : otherwise;

    /// <summary>An option's whole numbers, with commas between.</summary>
    public IReadOnlyList<int> Numbers(string option, IReadOnlyList<int> otherwise, int min, int max) =>
        Text(option) is { } text ? [.. text.Split(',').Select(part => Number(option, part, min, max))] : otherwise;

    /// <summary>An option's words, with commas between, each one of those known.</summary>
    public IReadOnlyList<string> Words(string option, IReadOnlyList<string> known)
    {
        var words = Text(option)?.Split(',') ?? known;
        var wrong = words.FirstOrDefault(word => !known.Contains(word));
        return wrong is null
            ? words
            : throw new UsageException($"--{option} does not know '{wrong}'; there are {string.Join(", ", known)}.");
    }

    static T Number<T>(string option, string text, T min, T max) where T : INumber<T> =>
        T.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max
            ? number
            : throw new UsageException($"--{option} must be a whole number from {min} to {max}, not '{text}'.");
}
