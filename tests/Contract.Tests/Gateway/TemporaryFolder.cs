namespace Matinee.Contract.Tests.Gateway;

public sealed class TemporaryFolder : IDisposable
{
    const string MemoryDisk = "/dev/shm";

    /// <param name="inMemory">On a disk of memory if the system has one: for tests that open a thousand journals and need no real flush.</param>
    public TemporaryFolder(bool inMemory = false)
    {
        var root = inMemory && Directory.Exists(MemoryDisk) ? MemoryDisk : System.IO.Path.GetTempPath();
        Path = Directory.CreateDirectory(System.IO.Path.Combine(root, $"matinee-gateway-{Guid.NewGuid():N}")).FullName;
    }

    public string Path { get; }

    public string Journal() => Directory.EnumerateFiles(Path, "*.journal", SearchOption.AllDirectories).Single();

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
