using Matinee.Engine.Files;
using Matinee.Engine.Models;
using Matinee.Engine.Neighbours;
using Matinee.Engine.Ranking;
using Matinee.Engine.Ratings;

namespace Matinee.Engine.Content;

/// <summary>A vector of terms for each film; a viewer's profile is what the films they rated have in common.</summary>
public sealed class ContentModel : IModel
{
    /// <summary>The kind of these models.</summary>
    public const string Name = "content";

    const string VocabularySection = "vocabulary";
    const string VectorsSection = "vectors";

    // The films of each term: a score is summed up from the terms that matter, whatever else the films are about.
    readonly SparseRows _filmsOf;

    internal ContentModel(IdMap items, Vocabulary vocabulary, SparseRows vectors, ProfileWeights weights)
    {
        (Items, Vocabulary, Vectors, Weights) = (items, vocabulary, vectors, weights);
        _filmsOf = vectors.Transpose(vocabulary.Count);
    }

    /// <inheritdoc/>
    public string Kind => Name;

    /// <inheritdoc/>
    public Goal Goal => Goal.Lists;

    /// <inheritdoc/>
    public IdMap Items { get; }

    internal Vocabulary Vocabulary { get; }

    /// <summary>The terms of each film, ascending; of length 1, or empty.</summary>
    internal SparseRows Vectors { get; }

    internal ProfileWeights Weights { get; }

    /// <inheritdoc/>
    public IViewer FoldIn(ReadOnlySpan<OwnRating> ratings) => new ContentViewer(this, OwnRatings.Known(ratings, Items.Count));

    /// <summary>The films about the same; the score is the cosine, above 0.</summary>
    public IReadOnlyList<Scored> Similar(int item, int count)
    {
        if ((uint)item >= (uint)Items.Count || count <= 0) return [];
        var profile = new float[Vocabulary.Count];
        var vector = Vectors[item];
        for (var i = 0; i < vector.Count; i++) profile[vector.Columns[i]] = vector.Values[i];
        var cosines = new float[Items.Count];
        Compare(profile, cosines);
        return Array.FindAll(TopItems.Of(cosines, count, excluded: ItemSet.Of(item)), film => film.Score > 0);
    }

    /// <summary>What two films have in common, by what it adds to their likeness; nothing of films that the model does not know.</summary>
    public IReadOnlyList<SharedTerm> SharedTerms(int item, int other, int count)
    {
        if ((uint)item >= (uint)Items.Count || (uint)other >= (uint)Items.Count) return [];
        var parts = new Dictionary<int, double>();
        AddShared(item, other, 1, parts);
        return Strongest(parts, count);
    }

    /// <inheritdoc/>
    public void Save(ModelFileWriter file)
    {
        ArgumentNullException.ThrowIfNull(file);
        ItemIds.Add(file, Items);
        Weights.Add(file);
        Vocabulary.Add(file.Within(VocabularySection, VocabularySection));
        Vectors.Add(file.Within(VectorsSection, VectorsSection));
    }

    internal static ContentModel Read(ModelFile file)
    {
        var items = ItemIds.Read(file);
        var vocabulary = Vocabulary.Read(file.Within(VocabularySection));
        var vectors = SparseRows.Read(file.Within(VectorsSection), items.Count, vocabulary.Count);
        vectors.RequireAscending("terms of film");
        foreach (var value in vectors.Values.Span)
        {
            if (!(value is > 0 and <= 2)) throw new ModelFileException($"A film's vector has a part of {value}; a cosine needs 0 to 1.");
        }

        return new(items, vocabulary, vectors, ProfileWeights.Read(file));
    }

    /// <summary>scores[i] = vector of film i · profile, each added up in ascending order of terms.</summary>
    internal void Compare(ReadOnlySpan<float> profile, Span<float> scores)
    {
        scores.Clear();
        for (var term = 0; term < profile.Length; term++)
        {
            if (profile[term] == 0) continue;
            var films = _filmsOf[term];
            for (var i = 0; i < films.Count; i++) scores[films.Columns[i]] += profile[term] * films.Values[i];
        }
    }

    /// <summary>Adds to the parts, by term, what two films have in common.</summary>
    internal void AddShared(int item, int other, double weight, Dictionary<int, double> parts)
    {
        var left = Vectors[item];
        var right = Vectors[other];
        for (int i = 0, j = 0; i < left.Count && j < right.Count;)
        {
            var (mine, others) = (left.Columns[i], right.Columns[j]);
            if (mine == others) parts[mine] = parts.GetValueOrDefault(mine) + weight * left.Values[i] * right.Values[j];
            if (mine <= others) i++;
            if (others <= mine) j++;
        }
    }

    /// <summary>The terms that add most.</summary>
    internal IReadOnlyList<SharedTerm> Strongest(Dictionary<int, double> parts, int count) =>
    [
        .. parts.Where(part => part.Value > 0)
            .OrderByDescending(part => part.Value)
            .ThenBy(part => part.Key)
            .Take(count)
            .Select(part => new SharedTerm(Vocabulary.FieldOf(part.Key), Vocabulary.TextOf(part.Key), (float)part.Value)),
    ];
}
