using Matinee.Local.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Matinee.Api.Tests.Hosting;

/// <summary>A data folder that outlives the hosts that are started on it.</summary>
sealed class TemporaryData : IDisposable
{
    readonly LogWatch _watch = new();
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("matinee-data-");

    public TestClock Clock { get; } = new();

    public Task<LocalHost> StartAsync(Func<ServeOptions, ServeOptions>? change = null, Action<IServiceCollection>? services = null)
    {
        var options = new ServeOptions { Port = 0, OperatorKey = MatineeHost.OperatorKey, Clock = Clock, Backend = new() { Data = _folder.FullName } };
        return LocalHost.StartAsync(change?.Invoke(options) ?? options, log => log.SetMinimumLevel(LogLevel.Debug).AddProvider(_watch), services);
    }

    public void Dispose()
    {
        _folder.Delete(recursive: true);
        _watch.Verify();
    }
}
