
namespace Matinee.Local.Import.Tmdb.Api;

/// <summary>TMDB's answers as files, each for some days: a run that was cut off goes on where it was, and the next one asks for little.</summary>
sealed class TmdbCache(string folder, TimeSpan life, TimeProvider clock)
{
    const string Extension = ".json";

    /// <summary>An answer that is still good; empty where TMDB knew nothing, null where nobody knows.</summary>
    public byte[]? Find(string name)
    {
        var path = PathOf(name);
        return File.Exists(path) && clock.GetUtcNow().UtcDateTime - File.GetLastWriteTimeUtc(path) < life ? File.ReadAllBytes(path) : null;
    }

    /// <summary>Keeps an answer; null where TMDB knows nothing.</summary>
    public void Save(string name, byte[]? answer)
    {
        Directory.CreateDirectory(folder);
        // Not flushed to the disk: what a power cut takes is asked for again.
        var temporary = PathOf(name) + ".tmp";
        File.WriteAllBytes(temporary, answer ?? []);
        File.Move(temporary, PathOf(name), overwrite: true);
    }

    string PathOf(string name) => Path.Combine(folder, name + Extension);
}
