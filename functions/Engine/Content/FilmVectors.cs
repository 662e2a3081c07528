using Matinee.Engine.Facts;
using Matinee.Engine.Neighbours;
using Matinee.Engine.Numerics;
using Matinee.Engine.Training;

namespace Matinee.Engine.Content;

/// <summary>Makes a vector of each film's terms, of length 1, and none where nothing is known.</summary>
/// <remarks>
/// A term counts (1 + ln times it occurs) · ln(films / films with it). A synopsis has many rare words and a film few, common
/// genres: so each field is scaled such that what the average film has of it is as long as the field's weight says.
/// </remarks>
static class FilmVectors
{
    const string Stage = "Reading about films";

    /// <param name="films">The facts of each film in the order of the rows; null where nothing is known.</param>
    /// <param name="options">How much each field counts.</param>
    /// <param name="run">Told how far it is.</param>
    public static (Vocabulary Vocabulary, SparseRows Vectors) Of(FilmFacts?[] films, ContentOptions options, TrainingRun run)
    {
        var counted = new (FilmTerm[] Terms, int[] Times)[films.Length];
        var steps = new Steps(run, Stage, films.Length);
        Rows.ForEach(films.Length, run, () => 0, (film, _) =>
        {
            counted[film] = films[film] is { } facts ? Count(facts, options) : ([], []);
            steps.Done();
        });

        var (vocabulary, places, filmsOf) = Vocabulary.Of([.. counted.Select(film => film.Terms)]);
        run.Cancellation.ThrowIfCancellationRequested();
        var described = counted.Count(film => film.Terms.Length > 0);
        var rarity = Array.ConvertAll(filmsOf, with => Math.Log((double)described / with));
        var rows = new (int[] Columns, float[] Values)[films.Length];
        Rows.ForEach(films.Length, run, () => 0, (film, _) =>
        {
            var known = counted[film].Terms.Zip(counted[film].Times)
                .Select(term => (Place: places.GetValueOrDefault((term.First.Field, term.First.Key), -1), Times: term.Second))
                .Where(term => term.Place >= 0 && rarity[term.Place] > 0)
                .OrderBy(term => term.Place)
                .ToArray();
            rows[film] = (
                Array.ConvertAll(known, term => term.Place),
                Array.ConvertAll(known, term => (float)((1 + Math.Log(term.Times)) * rarity[term.Place])));
        });
        Scale(rows, vocabulary, options);
        return (vocabulary, Join(rows));
    }

    static (FilmTerm[] Terms, int[] Times) Count(FilmFacts film, ContentOptions options)
    {
        var groups = FilmTerms.Of(film, options.LeadingCast)
            .Where(term => options.WeightOf(term.Field) > 0)
            .GroupBy(term => (term.Field, term.Key))
            .ToArray();
        return (Array.ConvertAll(groups, group => group.First()), Array.ConvertAll(groups, group => group.Count()));
    }

    static void Scale((int[] Columns, float[] Values)[] rows, Vocabulary vocabulary, ContentOptions options)
    {
        var scales = FieldScales(rows, vocabulary, options);
        foreach (var (columns, values) in rows)
        {
            var squares = 0.0;
            for (var i = 0; i < values.Length; i++)
            {
                values[i] *= scales[(int)vocabulary.FieldOf(columns[i])];
                squares += (double)values[i] * values[i];
            }

            var length = Math.Sqrt(squares);
            for (var i = 0; i < values.Length; i++) values[i] = (float)(values[i] / length);
        }
    }

    static float[] FieldScales((int[] Columns, float[] Values)[] rows, Vocabulary vocabulary, ContentOptions options)
    {
        var fields = Enum.GetValues<ContentField>();
        var width = (int)fields[^1] + 1;
        var (lengths, films, squares) = (new double[width], new int[width], new double[width]);
        foreach (var (columns, values) in rows)
        {
            Array.Clear(squares);
            for (var i = 0; i < values.Length; i++) squares[(int)vocabulary.FieldOf(columns[i])] += (double)values[i] * values[i];
            for (var field = 0; field < width; field++)
            {
                lengths[field] += Math.Sqrt(squares[field]);
                films[field] += squares[field] > 0 ? 1 : 0;
            }
        }

        var scales = new float[width];
        foreach (var field in fields)
        {
            var of = (int)field;
            scales[of] = films[of] == 0 ? 0 : (float)(options.WeightOf(field) * films[of] / lengths[of]);
        }

        return scales;
    }

    static SparseRows Join((int[] Columns, float[] Values)[] rows)
    {
        var offsets = new int[rows.Length + 1];
        for (var row = 0; row < rows.Length; row++) offsets[row + 1] = checked(offsets[row] + rows[row].Columns.Length);
        return new(offsets, rows.SelectMany(row => row.Columns).ToArray(), rows.SelectMany(row => row.Values).ToArray());
    }
}
