using System.CommandLine;
using System.CommandLine.Invocation;

namespace Matinee.Local.Commands;

/// <summary>The operator's command line; without a command it serves.</summary>
static class MatineeCommand
{
    public static RootCommand Create() => ServeCommand.Configure(new RootCommand("Movie recommendations, whole on one machine.")
    {
        ServeCommand.Create(),
        CosmosCommand.Create(),
        OpenApiCommand.Create(),
        ImportCommand.Create(),
        ExportCommand.Create(),
        FakeUsersCommand.Create(),
        TrainCommand.Create(),
        ModelsCommand.Create(),
        EvaluateCommand.Create(),
        DoctorCommand.Create(),
    });

    /// <summary>Does what the arguments say; gives an <see cref="ExitCode"/>.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, InvocationConfiguration console, CancellationToken cancellation)
    {
        var parsed = Create().Parse(arguments);
        var code = await parsed.InvokeAsync(console, cancellation);
        return parsed.Action is ParseErrorAction ? ExitCode.Wrong : code;
    }
}
