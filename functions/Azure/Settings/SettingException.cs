namespace Matinee.Azure.Settings;

/// <summary>A setting that is missing, or can't be meant: the host does not start.</summary>
/// <param name="setting">Its name, as the environment has it.</param>
/// <param name="problem">What is wrong with it, and what to do.</param>
/// <param name="inner">What told so.</param>
public sealed class SettingException(string setting, string problem, Exception? inner = null) : Exception($"The setting {setting} {problem}", inner)
{
    /// <summary>Its name.</summary>
    public string Setting { get; } = setting;
}
