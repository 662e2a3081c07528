using System.Diagnostics;
using Matinee.Local.CosmosGateway.Hosting;

namespace Matinee.Contract.Tests.Gateway;

/// <summary>A Cosmos client that shares nothing with the .NET SDK but the protocol.</summary>
public sealed class JavaScriptClientTests
{
    [Fact]
    public async Task HttpGateway_JavaScriptSdk_AnswersAsTheServiceDoes()
    {
        var (package, why) = await NpmPackage.InstallAsync("@azure/cosmos", "4.9.3");
        Assert.SkipWhen(package is null, $"No JavaScript client to test with: {why}");
        using var folder = new TemporaryFolder();
        using var gateway = Local.CosmosGateway.Gateway.Open(new() { Folder = folder.Path });
        await using var server = await GatewayServer.StartAsync(gateway, port: 0);

        using var node = Process.Start(new ProcessStartInfo("node", [Script(), package!, server.Endpoint.ToString()])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var (output, errors) = (node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(node.ExitCode == 0 && await output == "all held\n", $"node ended with {node.ExitCode}:\n{await errors}{await output}");
    }

    static string Script() => Path.Combine(AppContext.BaseDirectory, "Gateway", "JavaScript", "client.cjs");
}
