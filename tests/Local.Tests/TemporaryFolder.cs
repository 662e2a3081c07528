namespace Matinee.Local.Tests;

sealed class TemporaryFolder : IDisposable
{
    const string MemoryDisk = "/dev/shm";

    public string Path { get; } = Directory.CreateDirectory(System.IO.Path.Combine(
        Directory.Exists(MemoryDisk) ? MemoryDisk : System.IO.Path.GetTempPath(), $"matinee-local-{Guid.NewGuid():N}")).FullName;

    public string Write(string name, string content, System.Text.Encoding? encoding = null)
    {
        var path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content, encoding ?? new System.Text.UTF8Encoding(false));
        return path;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
