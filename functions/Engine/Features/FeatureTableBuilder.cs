using Matinee.Engine.Baseline;
using Matinee.Engine.Facts;
using Matinee.Engine.Numerics;
using Matinee.Engine.Ratings;
using Matinee.Engine.Training;
using Columns = Matinee.Engine.Features.FeatureColumns;

namespace Matinee.Engine.Features;

/// <summary>Makes the films' half of the feature table from ratings and facts.</summary>
sealed class FeatureTableBuilder
{
    // So many ratings that say nothing draw each mean towards its neutral value.
    const float FilmShrinkage = 10;
    const float GroupShrinkage = 15;
    const float GenreShrinkage = 50;
    const float UsualSpread = 0.9f;

    readonly Interactions _ratings;
    readonly FeatureWords _words;
    readonly TrainingRun _run;
    readonly BaselineModel _baseline;
    readonly float[] _biases;
    readonly (int Gender, int Age, int Occupation)[] _groups;
    readonly int?[] _ages;
    readonly int[] _masks;

    FeatureTableBuilder(Interactions ratings, KnownFacts facts, FeatureWords words, TrainingRun run)
    {
        (_ratings, _words, _run) = (ratings, words, run);
        _baseline = new BaselineTrainer().Fit(ratings, run with { Progress = null });
        _biases = new float[ratings.Users.Count];
        Rows.ForEach(_biases.Length, run, () => 0, (user, _) => _biases[user] = _baseline.UserBias(ratings.OfUser(user).ToOwn()));
        var people = Enumerable.Range(0, _biases.Length).Select(user => facts.OfPerson(ratings.Users[user])).ToArray();
        (_groups, _ages) = (Array.ConvertAll(people, words.GroupsOf), Array.ConvertAll(people, person => person.Age));
        _masks = new int[ratings.Items.Count + 1];
    }

    public static FeatureTable Of(Interactions ratings, KnownFacts facts, FeatureWords words, TrainingRun run) =>
        new FeatureTableBuilder(ratings, facts, words, run).Build(facts);

    FeatureTable Build(KnownFacts facts)
    {
        var films = Array.ConvertAll(_ratings.Items.Ids.ToArray(), id => facts.OfFilm(id));
        for (var item = 0; item < films.Length; item++) _masks[item] = films[item] is { } film ? _words.MaskOf(film) : 0;
        var usualAge = Mean(_ages.Select(age => age ?? 0));
        var (usualYear, usualMinutes) = (Mean(films.Select(film => film?.Year ?? 0)), Mean(films.Select(film => film?.Minutes ?? 0)));
        var width = Columns.FirstGenre + _words.Genres.Length;
        var rows = new float[(films.Length + 1) * width];
        var liking = new float[(films.Length + 1) * _words.Groups];
        Rows.ForEach(films.Length + 1, _run, () => 0, (item, _) =>
        {
            var row = rows.AsSpan(item * width, width);
            var known = item < films.Length;
            Describe(item, row, liking.AsSpan(item * _words.Groups, _words.Groups), usualAge);
            row[Columns.FilmYear] = known && films[item] is { Year: > 0 } dated ? dated.Year : usualYear;
            row[Columns.FilmMinutes] = known && films[item] is { Minutes: > 0 } timed ? timed.Minutes : usualMinutes;
            for (var genre = 0; genre < _words.Genres.Length; genre++) row[Columns.FirstGenre + genre] = _masks[item] >> genre & 1;
        });
        return new(_baseline, _words, rows, _masks, liking, GenresOfGroups(), usualAge);
    }

    // Behind the last film stands one without ratings: everything about it is neutral.
    void Describe(int item, Span<float> row, Span<float> liking, float usualAge)
    {
        var own = item < _ratings.Items.Count ? _ratings.OfItem(item) : default;
        var counts = new float[liking.Length];
        var (squares, generosity, experience, ages, aged) = (0f, 0f, 0f, 0f, 0);
        for (var i = 0; i < own.Count; i++)
        {
            var user = own.Others[i];
            var left = own.StarsAt(i) - _baseline.Expect(item) - _biases[user];
            squares += left * left;
            generosity += _biases[user];
            experience += MathF.Log(1 + _ratings.OfUser(user).Count);
            if (_ages[user] is { } age) (ages, aged) = (ages + age - usualAge, aged + 1);
            var (gender, band, occupation) = _groups[user];
            foreach (var group in (ReadOnlySpan<int>)[gender, band, occupation])
            {
                if (group < 0) continue;
                liking[group] += left;
                counts[group]++;
            }
        }

        for (var group = 0; group < liking.Length; group++) liking[group] /= counts[group] + GroupShrinkage;
        row[Columns.FilmStars] = _baseline.Expect(item);
        row[Columns.FilmRatings] = MathF.Log(1 + own.Count);
        row[Columns.FilmSpread] = MathF.Sqrt((squares + FilmShrinkage * UsualSpread * UsualSpread) / (own.Count + FilmShrinkage));
        row[Columns.FilmGenerosity] = generosity / (own.Count + FilmShrinkage);
        row[Columns.FilmExperience] = experience / (own.Count + FilmShrinkage);
        row[Columns.FilmAudienceAge] = usualAge + ages / (aged + FilmShrinkage);
    }

    float[] GenresOfGroups()
    {
        var genres = _words.Genres.Length;
        var (sums, counts) = (new float[_words.Groups * genres], new float[_words.Groups * genres]);
        for (var user = 0; user < _biases.Length; user++)
        {
            if ((user & 1023) == 0) _run.Cancellation.ThrowIfCancellationRequested();
            var (gender, band, occupation) = _groups[user];
            if (gender < 0 && band < 0 && occupation < 0) continue;
            var own = _ratings.OfUser(user);
            for (var i = 0; i < own.Count; i++)
            {
                var left = own.StarsAt(i) - _baseline.Expect(own.Others[i]) - _biases[user];
                foreach (var group in (ReadOnlySpan<int>)[gender, band, occupation])
                {
                    for (var genre = 0; group >= 0 && genre < genres; genre++)
                    {
                        if ((_masks[own.Others[i]] >> genre & 1) == 0) continue;
                        sums[group * genres + genre] += left;
                        counts[group * genres + genre]++;
                    }
                }
            }
        }

        for (var i = 0; i < sums.Length; i++) sums[i] /= counts[i] + GenreShrinkage;
        return sums;
    }

    // The mean of what is known: zeros are not.
    static float Mean(IEnumerable<int> values)
    {
        var known = values.Where(value => value > 0).ToArray();
        return known.Length == 0 ? 0 : (float)known.Average();
    }
}
