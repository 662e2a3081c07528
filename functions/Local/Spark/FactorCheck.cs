using System.Globalization;
using Matinee.Core.Models;
using Matinee.Engine.Als;
using Matinee.Engine.Numerics;
using Matinee.Engine.Ratings;
using Matinee.Engine.Training;
using Matinee.Local.Import;
using Matinee.Local.Parquet;

namespace Matinee.Local.Spark;

/// <summary>What was found of factors that were trained on exported ratings.</summary>
/// <param name="Lists">The model.</param>
/// <param name="Data">What the ratings are of.</param>
/// <param name="CoveredFilms">Which part of the rated films has a vector.</param>
/// <param name="Checked">How many people were folded in and compared; 0 where Spark's own vectors of people are not there.</param>
/// <param name="Difference">By how much the vector of the middle one of them differs from Spark's, measured by its length.</param>
sealed record CheckedFactors(AlsModel Lists, DataWatermark Data, double CoveredFilms, int Checked, double Difference);

/// <summary>
/// Makes a model of Spark's factors and sees that it fits the ratings they are said to be of: people who are folded in must
/// get the vectors that Spark's own people have, or else alpha, regParam or ratings are other ones.
/// </summary>
/// <param name="factors">The factors.</param>
/// <param name="how">How Spark is said to have been set.</param>
sealed class FactorCheck(SparkFactors factors, SparkAlsOptions how)
{
    /// <summary>About so many people are folded in.</summary>
    public const int People = 1000;

    /// <summary>So much may the middle one of them differ: what single precision costs is far less, another alpha far more.</summary>
    public const double MaxDifference = 0.02;

    /// <summary>With vectors of fewer of the rated films, something is wrong with them.</summary>
    public const double MinCovered = 0.5;

    const int NamedIds = 5;

    /// <exception cref="ImportException">They do not fit.</exception>
    public CheckedFactors Run(string ratings, TrainingRun run)
    {
        using var file = ParquetFile.Open(ratings);
        var data = RatingTable.WatermarkOf(file);
        var vectors = factors.Films(run.Cancellation);
        var films = IdMapOf(vectors.Keys);
        var model = SparkAls.ToModel(films, films.Ids.ToArray().SelectMany(id => vectors[id]).ToArray(), how, run);
        var step = Math.Max(1, data.Users / People);
        var (known, sample) = Look(file, films, factors.HasPeople ? step : int.MaxValue, run);
        var unknown = films.Ids.ToArray().Where(id => !known.Contains(id)).ToList();
        if (unknown.Count > 0)
        {
            throw new ImportException(string.Create(CultureInfo.InvariantCulture,
                $"{unknown.Count} of {films.Count} vectors are of films that nobody in {ratings} has rated ({string.Join(", ", unknown.Take(NamedIds))}). Name the ratings that the factors were trained on, with movieId as the items."));
        }

        var covered = (double)films.Count / known.Count;
        if (covered < MinCovered)
            throw new ImportException(string.Create(CultureInfo.InvariantCulture, $"Only {films.Count} of {known.Count} rated films have a vector. Train on all of {ratings}."));
        if (!factors.HasPeople) return new(model, data, covered, 0, 0);
        return Compare(new(model, data, covered, 0, 0), sample, ratings, run);
    }

    static IdMap IdMapOf(IEnumerable<int> ids) => ids.Min() is < 0 and var id
        ? throw new ImportException($"There is a vector of id {id}; films have numbers from 0 on. Train with movieId as the items.")
        : IdMap.From(ids);

    /// <summary>One look through the ratings: which films there are, and what every so manieth person has rated.</summary>
    static (HashSet<int> Films, Dictionary<int, List<OwnRating>> Sample) Look(ParquetFile file, IdMap films, int step, TrainingRun run)
    {
        var (known, sample, count, last) = (new HashSet<int>(), new Dictionary<int, List<OwnRating>>(), -1L, -1);
        foreach (var (user, film, stars) in RatingTable.Read(file))
        {
            known.Add(film);
            if (user != last)
            {
                (last, count) = (user, count + 1);
                run.Cancellation.ThrowIfCancellationRequested();
                if (step < int.MaxValue && count % step == 0) sample[user] = [];
            }

            if (sample.TryGetValue(user, out var own)) own.Add(new(films.IndexOf(film), stars));
        }

        return (known, sample);
    }

    CheckedFactors Compare(CheckedFactors found, Dictionary<int, List<OwnRating>> sample, string ratings, TrainingRun run)
    {
        var differences = new List<double>();
        foreach (var (user, vector) in factors.People(sample.ContainsKey, found.Lists.Width, run.Cancellation))
        {
            var own = OwnRatings.Known([.. sample[user]], found.Lists.Items.Count);
            var mine = new AlsEquations(found.Lists, own, own.Length).X;
            Kernels.AddScaled(-1, vector, mine);
            differences.Add(Math.Sqrt(Kernels.Dot(mine, mine) / Math.Max(Kernels.Dot(vector, vector), float.Epsilon)));
        }

        if (differences.Count == 0)
            throw new ImportException($"None of {sample.Count} people of {ratings} is in userFactors. Name the ratings that the factors were trained on, with userId as the users.");
        differences.Sort();
        var middle = differences[differences.Count / 2];
        return middle <= MaxDifference
            ? found with { Checked = differences.Count, Difference = middle }
            : throw new ImportException(string.Create(CultureInfo.InvariantCulture,
                $"{differences.Count} people were folded in, and their vectors differ from userFactors by {100 * middle:0.#} % in the middle: the factors are not those of these ratings with --alpha {how.Alpha} and --reg-param {how.RegParam}. Give what ALS had, with implicitPrefs and without nonnegative."));
    }
}
