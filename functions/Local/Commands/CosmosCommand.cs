using System.CommandLine;
using Matinee.Local.CosmosGateway;
using Matinee.Local.CosmosGateway.Hosting;

namespace Matinee.Local.Commands;

/// <summary><c>matinee cosmos</c>: the embedded store as a Cosmos account of its own, for any client.</summary>
static class CosmosCommand
{
    const int DefaultPort = 8081;
    const string DefaultFolder = ".matinee/cosmos";

    public static Command Create()
    {
        var port = new Option<int>("--port") { Description = "The port on the loopback address; 0 for any.", DefaultValueFactory = _ => DefaultPort };
        var key = new Option<string?>("--key") { Description = "The master key (base64) of clients; without it the key that all emulators have." };
        var data = new Option<string>("--data") { Description = "The folder of the data.", DefaultValueFactory = _ => DefaultFolder };
        var command = new Command("cosmos", "Serve the data folder to any Cosmos DB client in gateway mode.") { port, key, data };
        command.SetAction((parsed, cancellation) =>
            ServeAsync(parsed.GetRequiredValue(port), parsed.GetValue(key), parsed.GetRequiredValue(data), parsed.InvocationConfiguration, cancellation));
        command.Add(RepairCommand.Create(data));
        return command;
    }

    static Task<int> ServeAsync(int port, string? key, string data, InvocationConfiguration console, CancellationToken cancellation) =>
        CommandEnd.OfAsync(console, async () =>
        {
            using var log = new ConsoleLog(console.Error);
            using var gateway = Gateway.Open(new() { Folder = data }, log.CreateLogger("cosmos"));
            await using var server = await GatewayServer.StartAsync(gateway, port, key, log, cancellation);
            await console.Output.WriteLineAsync($"Cosmos gateway ready at {server.Endpoint}");
            await console.Output.FlushAsync(CancellationToken.None);
            await Task.Delay(Timeout.Infinite, cancellation).ContinueWith(_ => { }, TaskScheduler.Default);
            return ExitCode.Done;
        }, cancellation);
}
