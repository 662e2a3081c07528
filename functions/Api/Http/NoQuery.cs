namespace Matinee.Api.Http;

/// <summary>For functions without query parameters: any is refused.</summary>
public sealed record NoQuery;
