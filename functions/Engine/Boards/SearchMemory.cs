using System.Text.Json;

namespace Matinee.Engine.Boards;

/// <summary>One way to set a trainer, and how it did.</summary>
/// <param name="Values">The options, by name.</param>
/// <param name="Score">The more the better.</param>
public sealed record Trial(IReadOnlyDictionary<string, double> Values, double Score);

/// <summary>What searches have found, to go on from the next time.</summary>
/// <param name="Space">The name of what was searched.</param>
/// <param name="Data">The fingerprint of the data it was tried on: scores on other data can't be compared with these.</param>
/// <param name="Trials">Everything tried on that data, in the order it was.</param>
/// <param name="Before">What did best on earlier data, best first: worth a try on any.</param>
public sealed record SearchMemory(string Space, string Data, IReadOnlyList<Trial> Trials, IReadOnlyList<Trial> Before)
{
    /// <summary>The best trial, the earlier one of equals; null where nothing was tried.</summary>
    public Trial? Best => Trials.MaxBy(trial => trial.Score);

    /// <summary>The memory as JSON; <see cref="FromJson"/> reads it again.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, BoardJson.Default.SearchMemory);

    /// <summary>Reads a memory.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    public static SearchMemory FromJson(string json) =>
        JsonSerializer.Deserialize(json, BoardJson.Default.SearchMemory) ?? throw new JsonException("The document is empty: it holds no memory.");
}
