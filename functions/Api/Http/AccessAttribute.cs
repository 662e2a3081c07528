namespace Matinee.Api.Http;

/// <summary>Who may call a function: every HTTP function must say so, or the host does not start.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AccessAttribute(Access access) : Attribute
{
    /// <summary>Who.</summary>
    public Access Access { get; } = access;
}
