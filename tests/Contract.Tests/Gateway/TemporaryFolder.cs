namespace Matinee.Contract.Tests.Gateway;

public sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("matinee-gateway-").FullName;

    public string Journal() => Directory.EnumerateFiles(Path, "*.journal", SearchOption.AllDirectories).Single();

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
