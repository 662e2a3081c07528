using Matinee.Engine.Baseline;
using Matinee.Engine.Facts;
using Matinee.Engine.Files;
using Matinee.Engine.Models;
using Matinee.Engine.Ratings;

namespace Matinee.Engine.Features;

/// <summary>
/// The films' half of the feature table, with everything that a viewer's half is made from. Holds no person: who asks is
/// described by their own ratings (<see cref="FeatureViewer"/>).
/// </summary>
sealed class FeatureTable
{
    internal FeatureTable(
        BaselineModel baseline,
        FeatureWords words,
        ReadOnlyMemory<float> films,
        ReadOnlyMemory<int> genres,
        ReadOnlyMemory<float> groupLiking,
        ReadOnlyMemory<float> genreLiking,
        float usualAge)
    {
        (Baseline, Words, Columns) = (baseline, words, new(words));
        (Films, Genres, GroupLiking, GenreLiking, UsualAge) = (films, genres, groupLiking, genreLiking, usualAge);
    }

    /// <summary>How generous viewers are and how good films are.</summary>
    public BaselineModel Baseline { get; }

    public FeatureWords Words { get; }

    public FeatureColumns Columns { get; }

    /// <summary>How many films there are; the row behind the last one is that of a film nobody knows.</summary>
    public int Count => Baseline.Items.Count;

    /// <summary>The age of someone who has not told it.</summary>
    public float UsualAge { get; }

    /// <summary>The films' own columns, row after row.</summary>
    public ReadOnlyMemory<float> Films { get; }

    /// <summary>The genres of each film, a bit each.</summary>
    public ReadOnlyMemory<int> Genres { get; }

    /// <summary>By how many stars each group of people likes each film better than others do.</summary>
    public ReadOnlyMemory<float> GroupLiking { get; }

    /// <summary>The same of each genre: group after group.</summary>
    public ReadOnlyMemory<float> GenreLiking { get; }

    /// <summary>A film's own columns.</summary>
    public ReadOnlySpan<float> Film(int item) => Films.Span.Slice(item * Columns.Viewer, Columns.Viewer);

    /// <summary>The row of a film, which for an unknown one is that behind the last.</summary>
    public int RowOf(int item) => (uint)item < (uint)Count ? item : Count;

    public void Save(ModelFileWriter file)
    {
        Baseline.Save(file.Within("baseline", BaselineModel.Name));
        Words.Save(file);
        file.Add("films", Films);
        file.Add("film-genres", Genres);
        file.Add("group-liking", GroupLiking);
        file.Add("genre-liking", GenreLiking);
        file.AddValue("usual-age", UsualAge);
    }

    public static FeatureTable Read(ModelFile file, IdMap items)
    {
        var baseline = ModelReader.Read(file.Within("baseline")) as BaselineModel
            ?? throw new ModelFileException("The features do not stand on a baseline.");
        if (!baseline.Items.Ids.Span.SequenceEqual(items.Ids.Span))
            throw new ModelFileException("The features are of other films than the model.");
        var words = FeatureWords.Read(file);
        var rows = items.Count + 1L;
        return new(
            baseline,
            words,
            Finite(file, "films", rows * (FeatureColumns.FirstGenre + words.Genres.Length)),
            file.Section<int>("film-genres", rows),
            Finite(file, "group-liking", rows * words.Groups),
            Finite(file, "genre-liking", (long)words.Groups * words.Genres.Length),
            Finite(file, "usual-age", 1).Span[0]);
    }

    /// <summary>A section of numbers of which none may be infinite or none at all.</summary>
    public static ReadOnlyMemory<float> Finite(ModelFile file, string section, long count)
    {
        var values = file.Section<float>(section, count);
        foreach (var value in values.Span)
        {
            if (!float.IsFinite(value)) throw new ModelFileException($"The section '{section}' holds {value}, which is no number.");
        }

        return values;
    }

    /// <summary>A viewer, made of their own ratings of known films and of what they tell.</summary>
    public FeatureViewer Viewer(ReadOnlySpan<OwnRating> own, PersonFacts person) => new(this, own, person);
}
