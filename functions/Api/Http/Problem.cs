using System.Text.Json.Serialization;

namespace Matinee.Api.Http;

/// <summary>What a failed request is answered with (RFC 9457).</summary>
/// <param name="Type">A name for the kind of failure.</param>
/// <param name="Title">The kind of failure, the same each time.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">The stable code to decide by.</param>
/// <param name="Detail">What is wrong this time, and what to do about it.</param>
/// <param name="TraceId">By this the operator finds the request.</param>
/// <param name="Errors">What is wrong with each field or parameter.</param>
public sealed record Problem(
    string Type, string Title, int Status, string Code, string Detail, string TraceId, IReadOnlyDictionary<string, string[]>? Errors = null);

/// <summary>The JSON of failures.</summary>
[JsonSerializable(typeof(Problem))]
public sealed partial class ProblemJson : JsonSerializerContext;
