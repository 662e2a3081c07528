using System.CommandLine;

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
    });
}
