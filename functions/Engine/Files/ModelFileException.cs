namespace Matinee.Engine.Files;

/// <summary>A model file that can't be trusted. The message says what is wrong with it.</summary>
public sealed class ModelFileException : Exception
{
    /// <summary>Says what is wrong.</summary>
    public ModelFileException(string message) : base(message)
    {
    }

    /// <summary>Says what is wrong, and what went wrong below.</summary>
    public ModelFileException(string message, Exception inner) : base(message, inner)
    {
    }
}
