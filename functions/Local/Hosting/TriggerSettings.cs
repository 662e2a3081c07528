using Matinee.Azure.Cosmos;

namespace Matinee.Local.Hosting;

/// <summary>What stands for %NAME% in triggers: as given, else as the environment says, else the default.</summary>
sealed class TriggerSettings(IReadOnlyDictionary<string, string> given)
{
    static readonly Dictionary<string, string> s_defaults = new()
    {
        ["COSMOS_DATABASE"] = CosmosOptions.DefaultDatabase,
        // Every night at three, when nobody waits for an answer.
        ["TRAINING_SCHEDULE"] = "0 0 3 * * *",
    };

    /// <summary>A text of an attribute, its name replaced by what that stands for.</summary>
    /// <exception cref="LocalException">It stands for nothing.</exception>
    public string Resolve(string text)
    {
        if (text is not ['%', .., '%']) return text;
        var name = text[1..^1];
        return given.GetValueOrDefault(name)
            ?? Environment.GetEnvironmentVariable(name)
            ?? s_defaults.GetValueOrDefault(name)
            ?? throw new LocalException($"A trigger needs the setting {name}. Set it in the environment.");
    }
}
