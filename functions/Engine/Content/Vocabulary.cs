using System.Collections.Frozen;
using Matinee.Engine.Files;

namespace Matinee.Engine.Content;

/// <summary>The terms that films are described in: by field, then in the order of their keys.</summary>
sealed class Vocabulary
{
    const string FieldsSection = "fields";
    const string TextsSection = "texts";

    // Written as it is read: a text never holds a line break, its spaces were evened out.
    const char Between = '\n';

    readonly ContentField[] _fields;
    readonly string[] _texts;

    public Vocabulary(ContentField[] fields, string[] texts) => (_fields, _texts) = (fields, texts);

    public int Count => _texts.Length;

    public ContentField FieldOf(int term) => _fields[term];

    public string TextOf(int term) => _texts[term];

    /// <summary>The terms that link two films at least, and the place of each; a term of one film alone links it to nothing.</summary>
    /// <param name="films">The different terms of each film.</param>
    public static (Vocabulary Vocabulary, FrozenDictionary<(ContentField, string), int> Places, int[] FilmsOf) Of(IReadOnlyList<FilmTerm[]> films)
    {
        var known = new Dictionary<(ContentField, string), (int Films, string Text)>();
        foreach (var term in films.SelectMany(terms => terms))
        {
            // The spelling of the film that comes first stands for all.
            var key = (term.Field, term.Key);
            var (count, text) = known.GetValueOrDefault(key, (0, term.Text));
            known[key] = (count + 1, text);
        }

        var kept = known.Where(term => term.Value.Films > 1).ToArray();
        Array.Sort(kept, (left, right) => left.Key.Item1.CompareTo(right.Key.Item1) is var byField and not 0
            ? byField
            : string.CompareOrdinal(left.Key.Item2, right.Key.Item2));
        return (
            new([.. kept.Select(term => term.Key.Item1)], [.. kept.Select(term => term.Value.Text)]),
            kept.Select((term, place) => (term.Key, place)).ToFrozenDictionary(term => term.Key, term => term.place),
            [.. kept.Select(term => term.Value.Films)]);
    }

    public void Add(ModelFileWriter file)
    {
        file.Add<byte>(FieldsSection, Array.ConvertAll(_fields, field => (byte)field));
        file.AddText(TextsSection, string.Join(Between, _texts));
    }

    public static Vocabulary Read(ModelFile file)
    {
        var fields = Array.ConvertAll(file.Section<byte>(FieldsSection).ToArray(), field => (ContentField)field);
        var text = file.Text(TextsSection);
        var texts = fields.Length == 0 && text.Length == 0 ? [] : text.Split(Between);
        if (texts.Length != fields.Length) throw new ModelFileException($"The vocabulary has {fields.Length} fields for {texts.Length} texts.");
        return Array.TrueForAll(fields, Enum.IsDefined)
            ? new(fields, texts)
            : throw new ModelFileException("The vocabulary has a term of a field that this version does not know.");
    }
}
