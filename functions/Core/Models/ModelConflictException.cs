namespace Matinee.Core.Models;

/// <summary>The race for the pointer was lost: another version was put into service, or was pruned, meanwhile.</summary>
public sealed class ModelConflictException : Exception
{
    /// <summary>Says what happened.</summary>
    public ModelConflictException(string message, Exception? inner = null) : base(message, inner)
    {
    }
}
