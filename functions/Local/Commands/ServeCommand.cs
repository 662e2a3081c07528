using System.CommandLine;
using Matinee.Azure.Telemetry;
using System.Net;
using Matinee.Local.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Matinee.Local.Commands;

/// <summary><c>matinee serve</c>, and what happens without a command: the whole system on this machine.</summary>
static class ServeCommand
{
    public static Command Create() => Configure(new Command("serve", "Serve the site and the API."));

    /// <summary>Gives a command the options and the deed of serving.</summary>
    public static T Configure<T>(T command) where T : Command
    {
        var backend = new BackendArguments();
        var port = new Option<int>("--port") { Description = "The port on this machine; 0 for any free one.", DefaultValueFactory = _ => ServeOptions.DefaultPort };
        port.Validators.Add(static given =>
        {
            if (given.GetValueOrDefault<int>() is (< IPEndPoint.MinPort or > IPEndPoint.MaxPort) and var wrong)
                given.AddError($"--port {wrong} is no port: give one from {IPEndPoint.MinPort} to {IPEndPoint.MaxPort}, 0 for any free one.");
        });
        var empty = new Option<bool>("--empty") { Description = "Start without the bundled films and the simulated community." };
        var noSite = new Option<bool>("--no-site") { Description = "Serve the API alone." };
        var noTrain = new Option<bool>("--no-train") { Description = "Serve what is there, and train nothing." };
        var key = new Option<string?>("--operator-key") { Description = "The key of the operator's functions; without it one is kept in the data folder." };
        var limit = new Option<int>("--requests-per-minute") { Description = "Requests a minute that one address may make; 0 for any number." };
        foreach (var option in (Option[])[port, empty, noSite, noTrain, key, limit]) command.Add(option);
        backend.AddTo(command);
        command.SetAction((parsed, cancellation) => CommandEnd.OfAsync(parsed.InvocationConfiguration, () => ServeAsync(
            new()
            {
                Port = parsed.GetRequiredValue(port),
                Backend = backend.Of(parsed),
                IsEmpty = parsed.GetValue(empty),
                NoTrain = parsed.GetValue(noTrain),
                OperatorKey = parsed.GetValue(key),
                RequestsPerMinute = parsed.GetValue(limit),
                Telemetry = TelemetryOptions.Read(new ConfigurationBuilder().AddEnvironmentVariables().Build()),
            },
            parsed.GetValue(noSite),
            parsed.InvocationConfiguration,
            cancellation), cancellation));
        return command;
    }

    static async Task<int> ServeAsync(ServeOptions options, bool isNoSite, InvocationConfiguration console, CancellationToken cancellation)
    {
        using var log = new ConsoleLog(console.Error);
        try
        {
            var web = isNoSite ? null : await SiteBuild.EnsureAsync(console.Output.WriteLine, cancellation);
            await using var host = await LocalHost.StartAsync(options with { Web = web }, logging => logging.AddProvider(log), cancellation: cancellation);
            var isSeeded = false;
            await ProgressView.ShowAsync(console.Output, async progress => isSeeded = await new FirstStart(host.Services, options).RunAsync(progress, cancellation));
            if (isSeeded) await console.Output.WriteLineAsync($"To look around, sign in as {DemoAccount.LoginName} with the password {DemoAccount.Password}.");
            await console.Output.WriteLineAsync($"Matinee is ready at {host.Address.ToString().TrimEnd('/')}");
            await console.Output.FlushAsync(CancellationToken.None);
            await Task.Delay(Timeout.Infinite, cancellation).ContinueWith(_ => { }, TaskScheduler.Default);
            return ExitCode.Done;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Asked to end while still getting ready: what is done is kept, and the next start goes on from there.
            return ExitCode.Done;
        }
    }
}
