using Matinee.Core.Problems;

namespace Matinee.Api.Http;

/// <summary>The failures of a function besides those that its access, body and parameters bring along.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FailsAttribute(params ProblemCode[] codes) : Attribute
{
    /// <summary>The codes.</summary>
    public IReadOnlyList<ProblemCode> Codes { get; } = codes;
}
