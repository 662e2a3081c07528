using System.Net;
using Matinee.Api.Http;
using Microsoft.AspNetCore.Http;

namespace Matinee.Api.Tests.Security;

public sealed class ForwardedCallerTests
{
    [Theory]
    [InlineData("192.0.2.7", "192.0.2.7")]
    [InlineData("192.0.2.7:51234", "192.0.2.7")]
    [InlineData("10.0.0.1, 192.0.2.7:51234", "192.0.2.7")]
    [InlineData("[2001:db8::7]:51234", "2001:db8::7")]
    [InlineData("2001:db8::7", "2001:db8::7")]
    [InlineData("192.0.2.7, unknown", "127.0.0.1")]
    [InlineData("", "127.0.0.1")]
    public void Apply_ForwardedByTheHostBesideIt_IsWhatTheFrontEndSaw(string forwarded, string caller)
    {
        var context = Request("127.0.0.1", forwarded);

        ForwardedCaller.Apply(context);

        Assert.Equal(IPAddress.Parse(caller), context.Connection.RemoteIpAddress);
        Assert.True(context.Request.IsHttps);
    }

    [Fact]
    public void Apply_FromElsewhere_IsNotBelieved()
    {
        var context = Request("198.51.100.1", "192.0.2.7");

        ForwardedCaller.Apply(context);

        Assert.Equal(IPAddress.Parse("198.51.100.1"), context.Connection.RemoteIpAddress);
        Assert.False(context.Request.IsHttps);
    }

    static DefaultHttpContext Request(string peer, string forwarded)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = IPAddress.Parse(peer);
        context.Request.Scheme = "http";
        context.Request.Headers["X-Forwarded-For"] = forwarded;
        context.Request.Headers["X-Forwarded-Proto"] = "https";
        return context;
    }
}
