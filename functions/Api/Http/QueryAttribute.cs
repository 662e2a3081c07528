namespace Matinee.Api.Http;

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
