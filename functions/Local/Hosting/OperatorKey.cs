using System.Security.Cryptography;
using System.Text;
using Matinee.Core.Problems;
using Microsoft.AspNetCore.Http;

namespace Matinee.Local.Hosting;

/// <summary>The key of the functions that only the operator may call, as Azure has it: x-functions-key, or ?code=.</summary>
sealed class OperatorKey(string key)
{
    const string Header = "x-functions-key";

    readonly byte[] _hash = HashOf(key);

    public void Require(HttpRequest request)
    {
        var given = request.Headers.TryGetValue(Header, out var header) ? header.ToString() : request.Query["code"].ToString();
        if (CryptographicOperations.FixedTimeEquals(HashOf(given), _hash)) return;
        throw new ProblemException(ProblemCode.Unauthenticated, $"This is the operator's. Send the key in the header {Header}.");
    }

    static byte[] HashOf(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
