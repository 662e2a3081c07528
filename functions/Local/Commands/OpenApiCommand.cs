using System.CommandLine;
using Matinee.Local.Hosting;
using Matinee.Local.OpenApi;

namespace Matinee.Local.Commands;

/// <summary><c>matinee openapi</c>: writes the OpenAPI document of the functions as they are in the code.</summary>
static class OpenApiCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "Where to write it, such as functions/Api/openapi.json." };
        var command = new Command("openapi", "Write the OpenAPI document of the functions.") { file };
        command.SetAction(async (parsed, cancellation) =>
        {
            var folder = Directory.CreateTempSubdirectory("matinee-");
            try
            {
                await using var host = await LocalHost.StartAsync(
                    new() { Port = 0, NoTrain = true, Backend = new() { Data = folder.FullName } }, cancellation: cancellation);
                await File.WriteAllTextAsync(parsed.GetRequiredValue(file), await OpenApiServices.WriteAsync(host.Services, cancellation), cancellation);
                return 0;
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        });
        return command;
    }
}
