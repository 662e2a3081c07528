namespace Matinee.Core.Tests.Simulated;

/// <summary>A folder of its own, gone when the test ends.</summary>
sealed class Folder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("matinee-core-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
