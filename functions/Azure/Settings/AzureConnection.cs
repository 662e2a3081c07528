using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Configuration;

namespace Matinee.Azure.Settings;

/// <summary>
/// An account of Azure as settings name it, by the convention of the Functions host: NAME is a connection string, or NAME__&lt;address&gt; is
/// where the account is, and NAME__credential and NAME__clientId say whose identity is used. In Azure there are no connection strings.
/// </summary>
/// <param name="ConnectionString">The connection string, where there is one.</param>
/// <param name="Address">The account, where there is no connection string.</param>
/// <param name="Credential">Who is asking, where there is no connection string.</param>
public sealed record AzureConnection(string? ConnectionString, Uri? Address, TokenCredential? Credential)
{
    /// <summary>The identity where a connection names none.</summary>
    public const string ClientIdSetting = "AZURE_CLIENT_ID";

    const string ManagedIdentity = "managedidentity";

    /// <summary>The account, either way.</summary>
    public string Account => ConnectionString ?? Address!.ToString();

    /// <summary>Reads one.</summary>
    /// <exception cref="SettingException">It is missing or can't be meant.</exception>
    public static AzureConnection Read(IConfiguration configuration, string name, string address)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var section = configuration.GetSection(name);
        if (section.Value is { Length: > 0 } connectionString) return new(connectionString, null, null);
        if (section[address] is not { Length: > 0 } text)
            throw new SettingException($"{name}__{address}", $"is missing. Give the account's address, or, for an emulator, a connection string as {name}.");
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme != Uri.UriSchemeHttps)
            throw new SettingException($"{name}__{address}", $"is '{text}', which is no address that begins with https://.");
        return new(null, url, CredentialOf(section["credential"], section["clientId"] ?? configuration[ClientIdSetting], name));
    }

    /// <summary>An identity: the managed one where that is said, otherwise whatever this machine is signed in with.</summary>
    internal static TokenCredential CredentialOf(string? kind, string? clientId, string name) => kind switch
    {
        // In Azure the one identity that can be meant is asked at once, in place of all that a developer's machine may have.
        not null when kind.Equals(ManagedIdentity, StringComparison.OrdinalIgnoreCase) => new ManagedIdentityCredential(
            string.IsNullOrEmpty(clientId) ? ManagedIdentityId.SystemAssigned : ManagedIdentityId.FromUserAssignedClientId(clientId)),
        null or "" => new DefaultAzureCredential(new DefaultAzureCredentialOptions { ManagedIdentityClientId = clientId }),
        _ => throw new SettingException($"{name}__credential", $"is '{kind}'; only {ManagedIdentity} is known. Leave it out on a developer's machine."),
    };
}
