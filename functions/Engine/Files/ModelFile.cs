using System.Text;

namespace Matinee.Engine.Files;

/// <summary>An open model file: named sections of numbers, all checked.</summary>
public sealed class ModelFile
{
    readonly Dictionary<string, object> _sections;
    readonly string _prefix;

    internal ModelFile(Dictionary<string, object> sections, string prefix = "")
    {
        (_sections, _prefix) = (sections, prefix);
        Kind = Text(ModelFileLayout.KindSection);
    }

    /// <summary>What kind of model this is.</summary>
    public string Kind { get; }

    /// <summary>
    /// Reads a file into memory from where a stream stands, which need not be able to seek; leaves the stream right behind it.
    /// </summary>
    /// <exception cref="ModelFileException">It is not a sound model file.</exception>
    public static ModelFile Read(Stream stream) => ModelFileSections.Read(stream);

    /// <summary>Opens a file in place, without reading it into the heap; many processes can share its pages.</summary>
    /// <remarks>
    /// The pages stay mapped until the process ends or <see cref="MappedModelFile.Dispose"/> is called, which nobody may do
    /// while a model made of them is still in use. The file must hold the model file alone and not be changed meanwhile; the
    /// stream may be closed.
    /// </remarks>
    /// <exception cref="ModelFileException">It is not a sound model file.</exception>
    public static MappedModelFile Map(FileStream stream) => MappedModelFile.Open(stream);

    /// <summary>The file inside this one that <see cref="ModelFileWriter.Within"/> wrote.</summary>
    public ModelFile Within(string name) => new(_sections, _prefix + name + "/");

    /// <summary>Is there such a section?</summary>
    public bool Has(string name) => _sections.ContainsKey(_prefix + name);

    /// <summary>The numbers of a section.</summary>
    /// <exception cref="ModelFileException">There is no such section, or it holds something else.</exception>
    public ReadOnlyMemory<T> Section<T>(string name) where T : unmanaged =>
        !_sections.TryGetValue(_prefix + name, out var section) ? throw new ModelFileException($"The model file has no section '{_prefix + name}'.")
        : section is ReadOnlyMemory<T> numbers ? numbers
        : throw new ModelFileException($"The section '{_prefix + name}' does not hold {typeof(T).Name} values.");

    /// <summary>The numbers of a section that must be so and so many.</summary>
    /// <exception cref="ModelFileException">There is no such section, or it holds something else or another number of them.</exception>
    public ReadOnlyMemory<T> Section<T>(string name, long count) where T : unmanaged
    {
        var numbers = Section<T>(name);
        return numbers.Length == count
            ? numbers
            : throw new ModelFileException($"The section '{_prefix + name}' holds {numbers.Length} values, not {count}.");
    }

    /// <summary>The one number of a section.</summary>
    public T Value<T>(string name) where T : unmanaged => Section<T>(name, 1).Span[0];

    /// <summary>The text of a section.</summary>
    public string Text(string name) => Encoding.UTF8.GetString(Section<byte>(name).Span);
}
