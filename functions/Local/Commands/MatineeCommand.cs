using System.CommandLine;

namespace Matinee.Local.Commands;

/// <summary>The operator's command line.</summary>
static class MatineeCommand
{
    public static RootCommand Create() => new("Movie recommendations, whole on one machine.")
    {
        CosmosCommand.Create(),
        ImportCommand.Create(),
        ExportCommand.Create(),
        FakeUsersCommand.Create(),
    };
}
