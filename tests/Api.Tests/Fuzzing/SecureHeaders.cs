namespace Matinee.Api.Tests.Fuzzing;

/// <summary>The headers that every answer of the interface must carry, written down once more.</summary>
static class SecureHeaders
{
    public static readonly IReadOnlyDictionary<string, string> Expected = new Dictionary<string, string>
    {
        ["X-Content-Type-Options"] = "nosniff",
        ["Content-Security-Policy"] = "default-src 'none'; frame-ancestors 'none'",
        ["Referrer-Policy"] = "no-referrer",
        ["Cross-Origin-Resource-Policy"] = "same-origin",
    };
}
