using Matinee.Engine.Facts;
using Matinee.Engine.Portraits;
using Matinee.Engine.Ratings;
using Matinee.Engine.Training;

namespace Matinee.Engine.Statistics;

/// <summary>Named columns of numbers about people. The only way to one is to measure people through <see cref="PersonView"/>.</summary>
public sealed class PeopleTable
{
    const int MinRatings = PortraitsOptions.DefaultMinRatings;

    readonly double[][] _columns;

    internal PeopleTable(string[] names, double[][] columns) => (Names, _columns) = (names, columns);

    /// <summary>What the columns are called, all of them differently.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>How many people were measured.</summary>
    public int Count => _columns.Length == 0 ? 0 : _columns[0].Length;

    /// <summary>Measures everyone with ratings enough to have a taste.</summary>
    /// <param name="ratings">Whom and what.</param>
    /// <param name="facts">What is known besides.</param>
    /// <param name="columns">What is measured; the usual columns where it is null.</param>
    /// <param name="portraits">Whose portraits people are counted among; columns of membership come with it.</param>
    /// <param name="run">Threads, progress and cancellation.</param>
    /// <exception cref="ArgumentException">Two columns have one name.</exception>
    public static PeopleTable Of(
        Interactions ratings, KnownFacts facts, IReadOnlyList<PersonColumn>? columns, PortraitsModel? portraits, TrainingRun run)
    {
        var features = UserFeatures.Of(ratings, facts, MinRatings, run);
        var measured = columns ?? Usual(features.Space, portraits);
        string[] names = [.. measured.Select(column => column.Name)];
        if (names.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(name => name.Count() > 1) is { } twice)
            throw new ArgumentException($"Two columns are called '{twice.Key}'; name them differently.", nameof(columns));
        var values = Array.ConvertAll(names, _ => new double[features.Users.Length]);
        Numerics.Rows.ForEach(features.Users.Length, run, () => 0, (row, _) =>
        {
            var view = View(ratings, facts, features, portraits, row);
            for (var c = 0; c < values.Length; c++) values[c][row] = measured[c].Of(view);
        });
        return new(names, values);
    }

    /// <summary>A column's values, in an order of people that says nothing of who they are.</summary>
    internal ReadOnlySpan<double> Column(int column) => _columns[column];

    static PersonView View(Interactions ratings, KnownFacts facts, UserFeatures features, PortraitsModel? portraits, int row)
    {
        var own = ratings.OfUser(features.Users[row]);
        var person = facts.OfPerson(ratings.Users[features.Users[row]]);
        var tally = TasteTally.Of(features.Space.Films, own);
        var raw = new double[features.Space.Width];
        features.Space.Raw(tally, person, raw);
        return new(features.Space, raw, tally, person, portraits?.PortraitOf(Known(portraits, ratings, own), person)?.Portrait);
    }

    // The portraits may have been trained on other ratings, which know other films.
    static OwnRating[] Known(PortraitsModel portraits, Interactions ratings, RatingRow row) =>
        Array.ConvertAll(row.ToOwn(), own => own with { Item = portraits.Items.IndexOf(ratings.Items[own.Item]) });

    static List<PersonColumn> Usual(FeatureSpace space, PortraitsModel? portraits) =>
    [
        new("mean stars", person => person.MeanStars),
        new("spread of stars", person => person.Feature(FeatureKind.Spread)),
        new("films rated (log)", person => Math.Log(person.Ratings)),
        new("age", person => person.Facts.Age ?? double.NaN),
        .. space.Genres.Select(genre => new PersonColumn($"likes {genre}", person => person.Feature(FeatureKind.GenreAffinity, genre))),
        .. space.Genres.Select(genre => new PersonColumn($"watches {genre}", person => person.Feature(FeatureKind.GenreShare, genre))),
        .. (portraits?.Portraits ?? []).Select((portrait, place) => (portrait, place)).Where(pair => !pair.portrait.IsHidden)
            .Select(pair => new PersonColumn($"portrait: {pair.portrait.Name}", person => person.Portrait == pair.place ? 1 : 0)),
    ];
}
