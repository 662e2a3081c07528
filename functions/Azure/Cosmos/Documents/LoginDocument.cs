using System.Buffers.Text;
using System.Text;

namespace Matinee.Azure.Cosmos.Documents;

/// <summary>Ids can't have every character that names can: the id is the lower-cased name in base64.</summary>
sealed record LoginDocument(string Id, string Name, string UserId)
{
    public static LoginDocument Of(string loginName, string userId) => new(IdOf(loginName), loginName, userId);

    public static string IdOf(string loginName) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(loginName.ToLowerInvariant()));
}
