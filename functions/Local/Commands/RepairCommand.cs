using System.CommandLine;
using Matinee.Local.CosmosGateway.Storage;

namespace Matinee.Local.Commands;

/// <summary><c>matinee cosmos repair</c>: keeps what can still be read of damaged journals.</summary>
static class RepairCommand
{
    public static Command Create(Option<string> data)
    {
        var command = new Command("repair", "Keep every record that can still be read of damaged journals, and put the damaged files aside.") { data };
        command.SetAction((parsed, cancellation) => RepairAsync(parsed.GetRequiredValue(data), parsed.InvocationConfiguration, cancellation));
        return command;
    }

    static Task<int> RepairAsync(string data, InvocationConfiguration console, CancellationToken cancellation) =>
        CommandEnd.OfAsync(console, async () =>
        {
            foreach (var repaired in JournalRepair.Run(data)) await console.Output.WriteLineAsync(repaired.ToString());
            return ExitCode.Done;
        }, cancellation);
}
