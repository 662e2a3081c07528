namespace Matinee.Api.Http;

/// <summary>The JSON body of a function.</summary>
[AttributeUsage(AttributeTargets.Method)]
public class BodyAttribute(Type type) : Attribute
{
    /// <summary>The most bytes that a body may have unless its function says otherwise.</summary>
    public const int DefaultMaxBytes = 64 * 1024;

    /// <summary>What it is read into.</summary>
    public Type Type { get; } = type;

    /// <summary>The most bytes.</summary>
    public int MaxBytes { get; init; } = DefaultMaxBytes;
}

/// <summary>The JSON body of a function.</summary>
/// <typeparam name="T">What it is read into.</typeparam>
public sealed class BodyAttribute<T>() : BodyAttribute(typeof(T));
