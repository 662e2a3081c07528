using System.Security.Cryptography;

namespace Matinee.Api.Http;

/// <summary>ETags of answers that come from several places: the digest of what is sent.</summary>
public static class ContentTag
{
    const int Bytes = 16;

    /// <summary>An answer with the digest of its JSON.</summary>
    public static Tagged<T> Of<T>(Caching caching, T value)
    {
        var json = ApiJson.Write(value);
        return new(Convert.ToHexStringLower(SHA256.HashData(json.Span).AsSpan(0, Bytes)), caching, _ => ValueTask.FromResult(json));
    }
}
