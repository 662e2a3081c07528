using Matinee.Core.Problems;

namespace Matinee.Api.Http;

/// <summary>Who may call a function.</summary>
public enum Access
{
    /// <summary>Anyone; signed-in viewers may get more.</summary>
    Anyone,

    /// <summary>Signed-in viewers, each for themselves.</summary>
    Viewer,

    /// <summary>Who has the key of the functions: its trigger says so too.</summary>
    Operator,
}

/// <summary>Who may call a function: every HTTP function must say so, or the host does not start.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AccessAttribute(Access access) : Attribute
{
    /// <summary>Who.</summary>
    public Access Access { get; } = access;
}

/// <summary>The failures of a function besides those that its access, body and parameters bring along.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FailsAttribute(params ProblemCode[] codes) : Attribute
{
    /// <summary>The codes.</summary>
    public IReadOnlyList<ProblemCode> Codes { get; } = codes;
}

/// <summary>The query parameters of a function: the properties of a record with <see cref="ParameterAttribute"/>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public class QueryAttribute(Type type) : Attribute
{
    /// <summary>The record.</summary>
    public Type Type { get; } = type;
}

/// <summary>The query parameters of a function.</summary>
/// <typeparam name="T">The record that they are read into.</typeparam>
public sealed class QueryAttribute<T>() : QueryAttribute(typeof(T));

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
