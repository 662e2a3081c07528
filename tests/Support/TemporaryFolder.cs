namespace Matinee.Tests.Support;

public sealed class TemporaryFolder : IDisposable
{
    const string MemoryDisk = "/dev/shm";

    /// <param name="inMemory">On a disk of memory if the system has one: for tests that open a thousand journals and need no real flush.</param>
    public TemporaryFolder(bool inMemory = false)
    {
        var root = inMemory && Directory.Exists(MemoryDisk) ? MemoryDisk : System.IO.Path.GetTempPath();
        Path = Directory.CreateDirectory(System.IO.Path.Combine(root, $"matinee-tests-{Guid.NewGuid():N}")).FullName;
    }

    public string Path { get; }

    /// <summary>Writes a file below it, and says where.</summary>
    public string Write(string name, string content, System.Text.Encoding? encoding = null)
    {
        var path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content, encoding ?? new System.Text.UTF8Encoding(false));
        return path;
    }

    public string Journal() => Directory.EnumerateFiles(Path, "*.journal", SearchOption.AllDirectories).Single();

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
