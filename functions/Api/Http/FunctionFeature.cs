using System.Reflection;

namespace Matinee.Api.Http;

/// <summary>Which function a request is for.</summary>
/// <param name="Method">The function.</param>
public sealed record FunctionFeature(MethodInfo Method);
