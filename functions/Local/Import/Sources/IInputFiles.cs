namespace Matinee.Local.Import.Sources;

/// <summary>The files of a data set, wherever they lie; they may be opened again and again.</summary>
interface IInputFiles : IDisposable
{
    /// <summary>What to call it.</summary>
    string Name { get; }

    /// <summary>The names of its files, without folders.</summary>
    IReadOnlyList<string> Files { get; }

    /// <summary>The length of a file in bytes.</summary>
    long LengthOf(string file);

    /// <summary>Opens one of the files.</summary>
    Stream Open(string file);
}
