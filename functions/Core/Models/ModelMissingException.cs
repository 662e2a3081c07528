namespace Matinee.Core.Models;

/// <summary>There is no such model.</summary>
public sealed class ModelMissingException : Exception
{
    /// <summary>Says which model.</summary>
    public ModelMissingException(string message) : base(message)
    {
    }

    internal static ModelMissingException Of(ModelVersion version) =>
        new($"There is no model version {version}, or it was not published to the end. List the versions to see what is there.");
}
