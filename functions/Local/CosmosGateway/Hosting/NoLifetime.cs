using Microsoft.Extensions.Hosting;

namespace Matinee.Local.CosmosGateway.Hosting;

/// <summary>A server inside a program: it ends when the program says so, and leaves signals to it.</summary>
sealed class NoLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
