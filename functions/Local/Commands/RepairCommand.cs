using System.CommandLine;
using Matinee.Local.CosmosGateway;
using Matinee.Local.CosmosGateway.Storage;

namespace Matinee.Local.Commands;

/// <summary><c>matinee cosmos repair</c>: keeps what can still be read of damaged journals.</summary>
static class RepairCommand
{
    public static Command Create(Option<string> data)
    {
        var command = new Command("repair", "Keep every record that can still be read of damaged journals, and put the damaged files aside.") { data };
        command.SetAction(parsed => Repair(parsed.GetRequiredValue(data), parsed.InvocationConfiguration));
        return command;
    }

    static int Repair(string data, InvocationConfiguration console)
    {
        try
        {
            foreach (var repaired in JournalRepair.Run(data)) console.Output.WriteLine(repaired);
            return 0;
        }
        catch (GatewayException error)
        {
            console.Error.WriteLine(error.Message);
            return 1;
        }
    }
}
