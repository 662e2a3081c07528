using System.CommandLine;
using Azure;
using Matinee.Core.Stores;
using Matinee.Local.Commands;
using Matinee.Local.Hosting;

namespace Matinee.Local.Tests.Commands;

public sealed class CommandEndTests
{
    public static TheoryData<Exception, int, string> Errors => new()
    {
        { new LocalException("Both lines\nof ours stay."), ExitCode.Wrong, "Both lines\nof ours stay." },
        { new ArgumentOutOfRangeException("keep", 0, "Keep at least 1 version."), ExitCode.Wrong, "Keep at least 1 version." },
        { new StoreAccessException("The store answered 401."), ExitCode.Wrong, "The store answered 401." },
        { new StoreUnavailableException("It is out of reach.", TimeSpan.Zero), ExitCode.Failed, "It is out of reach." },
        { new RequestFailedException(403, "Not allowed.\r\nStatus: 403\r\nHeaders: x"), ExitCode.Failed, "Not allowed." },
        { new AggregateException("Retry failed", new RequestFailedException("Connection refused"), new RequestFailedException("Again")), ExitCode.Failed, "Connection refused" },
    };

    [Theory]
    [MemberData(nameof(Errors))]
    public async Task Of_KnownError_GivesItsCodeAndItsSentenceAlone(Exception error, int code, string text)
    {
        var errors = new StringWriter();
        var console = new InvocationConfiguration { Output = TextWriter.Null, Error = errors };
        Assert.Equal(code, await CommandEnd.OfAsync(console, () => throw error, TestContext.Current.CancellationToken));
        Assert.Equal(text + Environment.NewLine, errors.ToString());
    }

    [Fact]
    public async Task Of_FaultOfOurs_IsNotHidden()
    {
        await Assert.ThrowsAsync<NotSupportedException>(() => CommandEnd.OfAsync(new() { Error = TextWriter.Null }, () => throw new NotSupportedException(), TestContext.Current.CancellationToken));
    }
}
