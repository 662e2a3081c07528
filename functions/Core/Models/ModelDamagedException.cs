namespace Matinee.Core.Models;

/// <summary>A stored model can't be trusted; another version can be put into service instead.</summary>
public sealed class ModelDamagedException : Exception
{
    /// <summary>Says which file is damaged, and how it was found out.</summary>
    public ModelDamagedException(string file, Exception inner)
        : base($"'{file}' is damaged: {inner?.Message} Roll back to another version, or train again.", inner) => File = file;

    /// <summary>The name of the damaged blob.</summary>
    public string File { get; }
}
