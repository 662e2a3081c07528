using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Matinee.Core.Accounts;

/// <summary>The devices that are signed in, by the tokens they hold: the user's id and 256 random bits, of which the store has the hash alone.</summary>
public sealed class Sessions(ISessions store)
{
    const char Separator = '.';

    /// <summary>The session of a token; null where there is none, or its time is over.</summary>
    public async ValueTask<Session?> FindAsync(string token, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(token);
        var dot = token.IndexOf(Separator, StringComparison.Ordinal);
        if (dot < 1 || !Base64Url.IsValid(token.AsSpan(0, dot))) return null;
        var userId = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token.AsSpan(0, dot)));
        return await store.FindAsync(userId, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token))), cancellation).ConfigureAwait(false);
    }
}
