using Matinee.Core.Models;
using Matinee.Core.Training;
using Matinee.Engine.Als;
using Matinee.Engine.Models;
using Matinee.Engine.Ratings;

namespace Matinee.Core.Tests.Training;

public sealed class FactorImportTests : IDisposable
{
    static readonly SparkAlsOptions s_how = new() { RegParam = 0.25f, Alpha = 2 };

    readonly TrainingWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task Publish_BesideTheModelInService_IsNotInServiceAndSaysWhy()
    {
        Assert.NotNull((await _world.RunAsync()).Version);
        var before = (await _world.Models.CurrentAsync())!;
        var data = new DataWatermark("20260101-000000000-00000000", _world.Clock.GetUtcNow(), 840, 60, 40);

        var published = await ImportAsync(data);

        Assert.Equal(before.Tag, (await _world.Models.CurrentAsync())!.Tag);
        Assert.NotEqual(before.Version, published.Version);
        var manifest = await _world.Models.ManifestAsync(published.Version!);
        var old = await _world.Models.ManifestAsync(before.Version!);
        Assert.Equal(data, manifest.Data);
        Assert.Equal([ModelMetric.StarsRmse], manifest.Metrics.Keys);
        Assert.All(manifest.Boards, board => Assert.Equal(Goal.Stars, board.Goal));
        Assert.Equal("""{"rank":2,"regParam":0.25,"alpha":2}""", manifest.Parameters["lists"]!["parameters"]!.ToJsonString());
        Assert.Equal(old.Parameters["stars"]!.ToJsonString(), manifest.Parameters["stars"]!.ToJsonString());
        Assert.Contains("have seen all ratings", (string)manifest.Parameters[FactorImport.UnmeasuredKey]!, StringComparison.Ordinal);
        var served = ServedModel.Read(await _world.Models.OpenAsync(published.Version!));
        Assert.Equal(Factors(), Assert.IsType<AlsModel>(served.Lists).Factors.ToArray());
        Assert.Equal((await _world.ServedAsync()).Stars.Items.Ids.ToArray(), served.Stars.Items.Ids.ToArray());
    }

    [Fact]
    public async Task Publish_SomebodyWhoHasWithdrawnSince_IsNotComparedWithAnyMore()
    {
        _world.Populate("anna", 3, _world.Clock.GetUtcNow());
        _world.Consents.Set("anna", ratings: true);
        await _world.RunAsync();
        Assert.Contains("anna", PeopleIn(await _world.ServedAsync()));
        _world.Consents.Set("anna", ratings: false);

        var published = await ImportAsync(new(null, _world.Clock.GetUtcNow(), 1, 1, 1));

        var people = PeopleIn(ServedModel.Read(await _world.Models.OpenAsync(published.Version!)));
        Assert.DoesNotContain("anna", people);
        Assert.Equal(TrainingWorld.People, people.Count);
    }

    [Fact]
    public async Task Publish_NothingInService_SaysWhatToDo()
    {
        var error = await Assert.ThrowsAsync<ModelMissingException>(() => ImportAsync(new(null, _world.Clock.GetUtcNow(), 1, 1, 1)));

        Assert.Equal("No model is in service to predict stars beside these lists. Make one of fewer ratings first, with: matinee train", error.Message);
    }

    [Fact]
    public async Task Ratings_OfAll_AreThoseThatMayTeachByTheNumbersOfTheSnapshot()
    {
        _world.Ratings.Rate("no", 1, 5);
        _world.Ratings.Rate("sim:silent", 2, 5);
        _world.Imported["sim:silent"] = new("sim:silent") { SharesRatings = false };

        var given = await _world.NewInputs().RatingsAsync();

        var users = given.Refresh.Snapshot.Users;
        var taught = given.All().ToList();
        Assert.Equal(given.Refresh.Snapshot.Count - 2, taught.Count);
        Assert.Equal(
            given.Refresh.Snapshot.All().Where(rating => rating.UserId is not ("no" or "sim:silent")).Select(rating => (rating.UserId, rating.MovieId, (double?)rating.Stars)),
            taught.Select(rating => (users[rating.User]!, rating.Item, (double?)rating.Stars)));
    }

    Task<ModelManifest> ImportAsync(DataWatermark data) => new FactorImport(_world.Models, _world.NewInputs(), _world.Options, _world.Clock)
        .PublishAsync(SparkAls.ToModel(IdMap.Range(TrainingWorld.Films), Factors(), s_how, new()), s_how, data);

    static float[] Factors() => [.. Enumerable.Range(0, TrainingWorld.Films).SelectMany(film => new[] { MathF.Cos(film), MathF.Sin(film) })];

    static List<string> PeopleIn(ServedModel model) => [.. model.Community!.Neighbours.People.Ids.ToArray().Select(person => model.Community.UserIdOf(person)!)];
}
