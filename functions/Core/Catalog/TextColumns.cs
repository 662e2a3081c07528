using System.Runtime.InteropServices;
using System.Text;
using Matinee.Engine.Files;

namespace Matinee.Core.Catalog;

/// <summary>The texts of a file, each of them once: columns name them by number.</summary>
sealed class TextColumns(string[] texts)
{
    /// <summary>The number of no text.</summary>
    public const int None = -1;

    const int Chunk = 16_384;

    public string? this[int number] => number == None ? null : texts[number];

    public string[] Of(ReadOnlySpan<int> numbers)
    {
        if (numbers.IsEmpty) return [];
        var own = new string[numbers.Length];
        for (var i = 0; i < own.Length; i++) own[i] = texts[numbers[i]];
        return own;
    }

    /// <exception cref="ModelFileException">The texts do not fit together.</exception>
    public static TextColumns Read(ModelFile file)
    {
        var (bytes, ends) = (file.Section<byte>("bytes"), file.Section<int>("ends"));
        for (var text = 0; text < ends.Length; text++)
        {
            if (ends.Span[text] < (text == 0 ? 0 : ends.Span[text - 1]) || ends.Span[text] > bytes.Length)
                throw new ModelFileException($"Text {text} ends at {ends.Span[text]}, outside of the texts.");
        }

        var texts = new string[ends.Length];
        Parallel.For(0, (texts.Length + Chunk - 1) / Chunk, chunk =>
        {
            for (var text = chunk * Chunk; text < Math.Min(texts.Length, (chunk + 1) * Chunk); text++)
                texts[text] = Encoding.UTF8.GetString(bytes.Span[(text == 0 ? 0 : ends.Span[text - 1])..ends.Span[text]]);
        });
        return new(texts);
    }
}

/// <summary>Gives texts their numbers.</summary>
sealed class TextColumnsWriter
{
    readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    public int NumberOf(string? text)
    {
        if (text is null) return TextColumns.None;
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, text, out var isKnown);
        if (!isKnown) number = _numbers.Count - 1;
        return number;
    }

    /// <summary>Writes those that have numbers by now.</summary>
    public void WriteTo(ModelFileWriter file)
    {
        using var bytes = new MemoryStream();
        var ends = new int[_numbers.Count];
        // In the order of their numbers: nothing was ever taken out.
        foreach (var (text, number) in _numbers)
        {
            bytes.Write(Encoding.UTF8.GetBytes(text));
            ends[number] = checked((int)bytes.Length);
        }

        file.Add<byte>("bytes", bytes.ToArray());
        file.Add<int>("ends", ends);
    }
}
