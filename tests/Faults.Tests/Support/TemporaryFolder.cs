namespace Matinee.Faults.Tests.Support;

sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("matinee-faults-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
