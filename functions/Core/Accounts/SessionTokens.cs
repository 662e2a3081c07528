using System.Buffers;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Matinee.Core.Ratings;

namespace Matinee.Core.Accounts;

/// <summary>
/// What a device shows to prove that it is signed in: "{user id}.{256 random bits}". The id is there so that a session is found by
/// one point read; it is opaque and no secret. The store knows the SHA-256 of the whole token, never the token.
/// </summary>
public static class SessionTokens
{
    /// <summary>The longest text that can be a token.</summary>
    public const int MaxLength = MaxUserIdLength + 1 + SecretLength;

    const int MaxUserIdLength = RatingRules.MaxUserIdLength;
    const int SecretBytes = 32;
    const int SecretLength = 43;
    const char Separator = '.';

    // What ids of users and base64url are made of: nothing else ever reaches the store.
    static readonly SearchValues<char> s_characters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.");

    /// <summary>A token that nobody can guess.</summary>
    public static string New(string userId) => $"{userId}{Separator}{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes))}";

    /// <summary>What a session is stored under.</summary>
    public static string SessionIdOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    /// <summary>Does it look like what sessions are stored under?</summary>
    public static bool IsSessionId(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length == 2 * SHA256.HashSizeInBytes && text.All(char.IsAsciiHexDigitLower);
    }

    /// <summary>Whose token it is, by its own word; false for what is no token.</summary>
    public static bool TryReadUserId(string token, [NotNullWhen(true)] out string? userId)
    {
        ArgumentNullException.ThrowIfNull(token);
        var at = token.LastIndexOf(Separator);
        var isToken = at is > 0 and <= MaxUserIdLength && token.Length == at + 1 + SecretLength && !token.AsSpan().ContainsAnyExcept(s_characters);
        userId = isToken ? token[..at] : null;
        return isToken;
    }
}
