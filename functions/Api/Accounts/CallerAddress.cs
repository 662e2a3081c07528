using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace Matinee.Api.Accounts;

/// <summary>Where a request comes from, as far as attempts to guess passwords are counted by it.</summary>
static class CallerAddress
{
    const int NetworkBytes = 8;

    /// <summary>The address; of IPv6 just the network, for whoever has one address there has 2^64.</summary>
    public static string Of(HttpRequest request)
    {
        if (request.HttpContext.Connection.RemoteIpAddress is not { } address) return "";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        if (address.AddressFamily != AddressFamily.InterNetworkV6) return address.ToString();
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(NetworkBytes).Clear();
        return new IPAddress(bytes).ToString();
    }
}
