using System.CommandLine;
using System.Text.Json.Nodes;
using Matinee.Local.Commands;

namespace Matinee.Local.Tests.Commands;

/// <summary>What a command said, and how it ended.</summary>
sealed record Said(int Code, string Output, string Errors)
{
    public JsonNode Json => JsonNode.Parse(Output)!;
}

/// <summary>The operator's command line within the process.</summary>
static class CommandLine
{
    public static async Task<Said> RunAsync(CancellationToken cancellation, params string[] arguments)
    {
        var (output, errors) = (new StringWriter(), new StringWriter());
        var code = await MatineeCommand.RunAsync(arguments, new InvocationConfiguration { Output = output, Error = errors, ProcessTerminationTimeout = null }, cancellation);
        return new(code, output.ToString(), errors.ToString());
    }

    public static Task<Said> RunAsync(params string[] arguments) => RunAsync(TestContext.Current.CancellationToken, arguments);

    /// <summary>Runs what must succeed.</summary>
    public static async Task<Said> DoneAsync(params string[] arguments)
    {
        var said = await RunAsync(arguments);
        Assert.True(said.Code == ExitCode.Done, $"matinee {string.Join(' ', arguments)} ended with {said.Code}: {said.Errors}");
        return said;
    }
}
