using System.Buffers;

namespace Matinee.Core.Search;

/// <summary>Adds up, document by document, what the words of a query find. Its memory is borrowed: dispose it.</summary>
sealed class Tally : IDisposable
{
    readonly int _documents;
    readonly float[] _best;
    readonly Fields[] _bestFields;
    readonly int[] _touched;

    public Tally(int documents)
    {
        _documents = documents;
        _best = Rent<float>(documents);
        _bestFields = Rent<Fields>(documents);
        _touched = ArrayPool<int>.Shared.Rent(documents);
        Score = Rent<float>(documents);
        Required = Rent<byte>(documents);
        TitleWords = Rent<byte>(documents);
    }

    /// <summary>How well each document fits; the weights of all words add up to <see cref="Weight"/>.</summary>
    public float[] Score { get; }

    /// <summary>How many of the required words each document has.</summary>
    public byte[] Required { get; }

    /// <summary>How many words stand in each document's title.</summary>
    public byte[] TitleWords { get; }

    /// <summary>What a document could have at most.</summary>
    public float Weight { get; private set; }

    /// <summary>Adds a word: each document counts with the best of the terms that it has.</summary>
    /// <param name="postings">Where terms stand.</param>
    /// <param name="matches">The terms that the word can mean.</param>
    /// <param name="weights">What a term is worth by where it stands.</param>
    /// <param name="isRequired">Does it count as required?</param>
    public void Add(Postings postings, List<TermMatch> matches, FieldWeights weights, bool isRequired)
    {
        var touched = Collect(postings, matches, weights);
        // A rare word says more than a frequent one.
        var weight = MathF.Log(1 + (float)(_documents + 1) / (touched + 1));
        Weight += weight;
        for (var i = 0; i < touched; i++)
        {
            var document = _touched[i];
            Score[document] += weight * _best[document];
            if (isRequired) Required[document]++;
            if ((_bestFields[document] & Fields.Titles) != 0) TitleWords[document]++;
            _best[document] = 0;
        }
    }

    public void Dispose()
    {
        ArrayPool<float>.Shared.Return(_best);
        ArrayPool<Fields>.Shared.Return(_bestFields);
        ArrayPool<int>.Shared.Return(_touched);
        ArrayPool<float>.Shared.Return(Score);
        ArrayPool<byte>.Shared.Return(Required);
        ArrayPool<byte>.Shared.Return(TitleWords);
    }

    int Collect(Postings postings, List<TermMatch> matches, FieldWeights weights)
    {
        var touched = 0;
        foreach (var match in matches)
        {
            var worth = match.IsTypo ? weights.Typed : weights.Exact;
            var documents = postings.DocumentsOf(match);
            var fields = postings.FieldsOf(match);
            for (var i = 0; i < documents.Length; i++)
            {
                var value = match.Fit * worth[(int)fields[i]];
                ref var best = ref _best[documents[i]];
                if (value <= best) continue;
                if (best == 0) _touched[touched++] = documents[i];
                best = value;
                _bestFields[documents[i]] = fields[i];
            }
        }

        return touched;
    }

    static T[] Rent<T>(int length)
    {
        var array = ArrayPool<T>.Shared.Rent(length);
        array.AsSpan(0, length).Clear();
        return array;
    }
}
