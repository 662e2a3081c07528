namespace Matinee.Core.Search;

/// <summary>For each term, where it stands: the documents in ascending order, and in which of their fields.</summary>
sealed class Postings
{
    readonly int[] _starts;
    readonly int[] _documents;
    readonly Fields[] _fields;

    Postings(int[] starts, int[] documents, Fields[] fields) => (_starts, _documents, _fields) = (starts, documents, fields);

    /// <summary>Where neighbouring terms stand, one after the other.</summary>
    public ReadOnlySpan<int> DocumentsOf(TermMatch terms) => _documents.AsSpan(_starts[terms.From].._starts[terms.To]);

    /// <summary>In which fields, in the same order.</summary>
    public ReadOnlySpan<Fields> FieldsOf(TermMatch terms) => _fields.AsSpan(_starts[terms.From].._starts[terms.To]);

    /// <summary>Sorts entries by term.</summary>
    /// <param name="entries">Where terms stand, documents ascending, no term twice in a document; terms by preliminary numbers.</param>
    /// <param name="order">The final number of each preliminary one.</param>
    public static Postings Of(List<(int Term, int Document, Fields Fields)> entries, int[] order)
    {
        var starts = new int[order.Length + 1];
        foreach (var (term, _, _) in entries) starts[order[term] + 1]++;
        for (var i = 0; i < order.Length; i++) starts[i + 1] += starts[i];
        var next = starts.AsSpan(..^1).ToArray();
        var (documents, fields) = (new int[entries.Count], new Fields[entries.Count]);
        foreach (var (term, document, where) in entries)
        {
            var at = next[order[term]]++;
            (documents[at], fields[at]) = (document, where);
        }

        return new(starts, documents, fields);
    }
}
