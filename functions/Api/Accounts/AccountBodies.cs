using System.Text.Json.Serialization;
using Matinee.Core.Accounts;
using Matinee.Core.Recommendations;
using Matinee.Engine.Portraits;

namespace Matinee.Api.Accounts;

/// <summary>What an account is made of.</summary>
/// <param name="LoginName">3 to 100 letters, digits and . - _ @ +; upper and lower case are the same.</param>
/// <param name="Password">8 to 200 characters, and not one of the most frequent passwords.</param>
/// <param name="Device">What the device will be called in the list of devices; the browser's own word unless told.</param>
/// <param name="UseCookie">For web pages: the session comes as a cookie that scripts can't read, and not in the answer.</param>
/// <param name="Consents">What is agreed to; nothing else is.</param>
/// <param name="PolicyVersion">The version of the policy that was shown, where anything is agreed to.</param>
public sealed record RegisterBody(
    string LoginName,
    string Password,
    string? Device = null,
    bool UseCookie = false,
    IReadOnlyList<ConsentPurpose>? Consents = null,
    string? PolicyVersion = null);

/// <summary>Who signs in.</summary>
/// <param name="LoginName">The login name, in any case.</param>
/// <param name="Password">The password.</param>
/// <param name="Device">What the device will be called in the list of devices; the browser's own word unless told.</param>
/// <param name="UseCookie">For web pages: the session comes as a cookie that scripts can't read, and not in the answer.</param>
public sealed record SignInBody(string LoginName, string Password, string? Device = null, bool UseCookie = false);

/// <summary>A session that has begun.</summary>
/// <param name="UserId">Who is signed in.</param>
/// <param name="SessionId">What the session is called in the list of devices.</param>
/// <param name="Token">What to send as a bearer token from now on; left out where the session is a cookie. It is never shown again.</param>
/// <param name="ExpiresAt">When the session ends unless it is used before.</param>
public sealed record SignedIn(string UserId, string SessionId, string? Token, DateTimeOffset ExpiresAt);

/// <summary>A change of the password.</summary>
/// <param name="OldPassword">The password so far.</param>
/// <param name="NewPassword">8 to 200 characters, and not one of the most frequent passwords.</param>
/// <param name="UseCookie">For web pages: the new session comes as a cookie.</param>
public sealed record PasswordBody(string OldPassword, string NewPassword, bool UseCookie = false);

/// <summary>A device that is signed in.</summary>
/// <param name="Id">What it is signed out by.</param>
/// <param name="Device">What it is called.</param>
/// <param name="SignedInAt">Since when.</param>
/// <param name="UsedAt">When it was last used, to the day.</param>
/// <param name="ExpiresAt">When it will be signed out unless it is used before.</param>
/// <param name="IsCurrent">It is the one that asks.</param>
public sealed record DeviceItem(string Id, string Device, DateTimeOffset SignedInAt, DateTimeOffset UsedAt, DateTimeOffset ExpiresAt, bool IsCurrent);

/// <summary>The devices that are signed in, the latest first.</summary>
/// <param name="Items">All of them.</param>
public sealed record DeviceList(IReadOnlyList<DeviceItem> Items);

/// <summary>How many devices were signed out.</summary>
/// <param name="Ended">The number of sessions that ended.</param>
public sealed record SignedOut(int Ended);

/// <summary>Who is signed in.</summary>
/// <param name="Id">The account's id.</param>
/// <param name="LoginName">The name to sign in by.</param>
/// <param name="Name">The name that others see, if one was given.</param>
/// <param name="CreatedAt">When the account was made.</param>
/// <param name="Portrait">The kind of viewer that this one is, for those who agreed to portraits, once anything tells it.</param>
/// <param name="PolicyVersion">The version of the privacy policy in force.</param>
public sealed record AccountInfo(string Id, string LoginName, string? Name, DateTimeOffset CreatedAt, PortraitInfo? Portrait, string PolicyVersion);

/// <summary>A kind of viewer.</summary>
/// <param name="Id">The same from model to model, for as long as the kind is found again.</param>
/// <param name="Name">A short name.</param>
/// <param name="Summary">What its viewers have in common, in sentences.</param>
/// <param name="Probability">How likely the viewer is of that kind rather than another.</param>
/// <param name="From">What that is told by.</param>
public sealed record PortraitInfo(int Id, string Name, string Summary, double Probability, GuessedFrom From)
{
    /// <summary>A viewer's portrait as it is sent.</summary>
    public static PortraitInfo? Of(ViewerPortrait? found) =>
        found is null ? null : new(found.Portrait.Id, found.Portrait.Name, found.Portrait.Summary, found.Probability, found.From);
}

/// <summary>What was erased with an account.</summary>
/// <param name="ErasedAt">When it was done.</param>
/// <param name="Erased">By container, how many items went.</param>
/// <param name="ModelVersionWithout">Which is the first model that never knew the account.</param>
/// <param name="ServedNow">What that means for the model in service.</param>
/// <param name="Remains">What is kept for a while so that nothing is counted twice, and until when.</param>
public sealed record Receipt(
    DateTimeOffset ErasedAt, IReadOnlyDictionary<string, int> Erased, string ModelVersionWithout, string ServedNow, IReadOnlyList<Remainder> Remains)
{
    /// <summary>The receipt as it is handed out.</summary>
    public static Receipt Of(DepartureReceipt receipt) => new(
        receipt.ErasedAt,
        receipt.Erased,
        $"The first version whose ratings were taken after {receipt.ModelsKnowNothingAfter:yyyy-MM-ddTHH:mm:ssZ} (data.taken on the model page).",
        "The model in service compares nobody with you any more; it holds films, and no ratings of yours can be read from it.",
        receipt.Remains);
}

/// <summary>The JSON of accounts and sessions.</summary>
[JsonSerializable(typeof(RegisterBody))]
[JsonSerializable(typeof(SignInBody))]
[JsonSerializable(typeof(SignedIn))]
[JsonSerializable(typeof(PasswordBody))]
[JsonSerializable(typeof(DeviceList))]
[JsonSerializable(typeof(SignedOut))]
[JsonSerializable(typeof(AccountInfo))]
[JsonSerializable(typeof(Receipt))]
public sealed partial class AccountsJson : JsonSerializerContext;
