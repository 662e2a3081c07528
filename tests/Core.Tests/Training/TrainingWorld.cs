using Matinee.Core.Blobs;
using Matinee.Core.Catalog;
using Matinee.Core.Import;
using Matinee.Core.Models;
using Matinee.Core.Training;
using Matinee.Core.Training.Runs;
using Matinee.Engine.Als;
using Matinee.Engine.Factorization;
using Matinee.Engine.Models;
using Matinee.Engine.Ratings;
using Matinee.Engine.Training;
using Microsoft.Extensions.Logging.Abstractions;

namespace Matinee.Core.Tests.Training;

/// <summary>All that retraining needs, in a folder and in memory. People of two tastes have rated films of two kinds.</summary>
sealed class TrainingWorld : IDisposable
{
    public const int Films = 40;
    public const int People = 60;

    const int RatingsEach = 14;

    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("matinee-training-");

    public TrainingWorld(bool isEmpty = false)
    {
        Blobs = new(new FolderBlobs(_folder.FullName));
        Ratings = new(Clock);
        Models = new(Blobs, Clock);
        History = new(Blobs);
        if (isEmpty) return;
        for (var person = 0; person < People; person++) Populate($"sim:{person}", person, Clock.GetUtcNow().AddDays(-1));
    }

    public static AlsOptions GoodLists { get; } = new() { Factors = 8, Epochs = 6, BlockSize = 8 };

    /// <summary>Drawn to nothing so strongly that what is left is no taste of anyone.</summary>
    public static AlsOptions BadLists { get; } = new() { Factors = 1, Epochs = 1, Regularization = AlsOptions.MaxRegularization, StarsInfluence = 0 };

    public static FactorizationOptions GoodStars { get; } = new() { Factors = 3, Epochs = 5 };

    public static TrainingPlan Plan { get; } = PlanOf(StandardCandidates.Als(GoodLists));

    public ManualClock Clock { get; } = new();

    public CuttingBlobs Blobs { get; }

    public RatingsInMemory Ratings { get; }

    public ConsentsInMemory Consents { get; } = new();

    public ModelStore Models { get; }

    public RunHistory History { get; }

    public Dictionary<string, ImportedPerson> Imported { get; } = [];

    public TrainingOptions Options { get; set; } = new()
    {
        Threads = 2,
        GitCommit = "c0ffee",
        Lists = new() { Bootstrap = new() { Resamples = 200 } },
        Stars = new() { Bootstrap = new() { Resamples = 200 } },
    };

    public List<IModelChanged> Listeners { get; } = [];

    /// <summary>What is no worse serves at once, and nothing is searched: tests of those things ask for them.</summary>
    public static TrainingPlan PlanOf(params TrainingCandidate[] lists) => new()
    {
        Candidates = [.. lists, StandardCandidates.Factorization(GoodStars)],
        Gate = new() { FreshForDays = 0, Bootstrap = new() { Resamples = 200 } },
        SearchShare = 0,
    };

    /// <summary>A good candidate that does something of the test's while it is made.</summary>
    public static TrainingCandidate Doing(string name, Action<TrainingRun> act) =>
        StandardCandidates.Als(GoodLists) with { Name = name, Knobs = [], Trainer = _ => new Acting(new AlsTrainer(GoodLists), act) };

    public RetrainModels Retrain(TrainingPlan? plan = null) =>
        new(Blobs, Models, NewInputs(), new(() => plan ?? Plan), Options, History, Listeners, Clock, NullLogger<RetrainModels>.Instance);

    public async Task<RunRecord> RunAsync(TrainingPlan? plan = null, bool isForced = false)
    {
        // Names of runs and versions tell milliseconds.
        Clock.Advance(TimeSpan.FromSeconds(1));
        return (await Retrain(plan).RunAsync(isForced))!;
    }

    public TrainingInputs NewInputs() => new(
        new(Blobs, Ratings, new(), Clock),
        Consents,
        new Catalogue(new MoviesInMemory([.. Enumerable.Range(0, Films).Select(id => new Movie { Id = id, Title = $"Film {id}", Year = 1990, Genres = [id % 2 == 0 ? "Comedy" : "Horror"] })]), new NothingHot()),
        _ => Task.FromResult<IReadOnlyDictionary<string, ImportedPerson>>(Imported),
        Clock);

    /// <summary>Somebody's ratings: films of their own kind (even or odd) are liked, and mostly those were seen.</summary>
    public void Populate(string user, int person, DateTimeOffset until)
    {
        for (var i = 0; i < RatingsEach; i++)
        {
            var isOwn = i % 5 != 4;
            var film = (person * 7 + i * 6 + (isOwn ? 0 : 1)) % Films / 2 * 2 + (isOwn ? person % 2 : 1 - person % 2);
            Ratings.Rate(user, film, isOwn ? 4 + i % 3 * 0.5 : 1 + i % 2, until.AddHours(-RatingsEach + i).AddMinutes(person));
        }
    }

    public async Task<ServedModel> ServedAsync()
    {
        var current = await Models.CurrentAsync();
        return ServedModel.Read(await Models.OpenAsync(current!.Version!));
    }

    public async Task<byte[]> FileAsync(ModelVersion version)
    {
        await using var stream = (await Blobs.OpenAsync($"models/{version}/model.bin"))!;
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy);
        return copy.ToArray();
    }

    public void Dispose() => _folder.Delete(recursive: true);

    sealed class Acting(AlsTrainer inner, Action<TrainingRun> act) : ITrainer
    {
        public string Name => inner.Name;

        public IModel Fit(Interactions ratings, TrainingRun run)
        {
            act(run);
            return inner.Fit(ratings, run);
        }
    }
}
