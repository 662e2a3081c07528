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
        PeopleCommand.Create(),
        DoctorCommand.Create(),
    });

    /// <summary>Does what the arguments say; gives an <see cref="ExitCode"/>.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, InvocationConfiguration console, CancellationToken cancellation)
    {
        var parsed = Create().Parse(arguments);
        if (parsed.Action is not ParseErrorAction wrong) return await parsed.InvokeAsync(console, cancellation);
        // What is wrong is said in a sentence; whoever wants the whole page asks for it.
        wrong.ShowHelp = false;
        await parsed.InvokeAsync(console, cancellation);
        await console.Error.WriteLineAsync("See: matinee --help");
        return ExitCode.Wrong;
    }
}
