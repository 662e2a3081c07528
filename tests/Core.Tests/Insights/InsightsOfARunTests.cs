using System.Text;
using Matinee.Core.Insights;
using Matinee.Core.Models;
using Matinee.Core.Tests.Training;
using Matinee.Engine.Models;

namespace Matinee.Core.Tests.Insights;

public sealed class InsightsOfARunTests : IDisposable
{
    readonly TrainingWorld _world = new();

    public InsightsOfARunTests() => _world.Options = _world.Options with { Division = new() { MinUsers = 10 }, Portraits = new() { Portraits = 2 } };

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task Run_Again_PortraitsKeepTheirIdsAndNames()
    {
        var first = await _world.RunAsync();
        var before = (await _world.ServedAsync()).Portraits!.Portraits;
        for (var person = 0; person < 12; person++) _world.Populate($"sim:new-{person}", person, _world.Clock.GetUtcNow());
        var second = await _world.RunAsync();

        var after = (await _world.ServedAsync()).Portraits!.Portraits;
        Assert.Equal(2, before.Count);
        Assert.All(before, portrait => Assert.False(portrait.IsHidden));
        Assert.Equal(before.Select(portrait => (portrait.Id, portrait.Name)).Order(), after.Select(portrait => (portrait.Id, portrait.Name)).Order());
        Assert.Equal(TrainingWorld.People + 12, after.Sum(portrait => portrait.Size));

        var drift = (await _world.Models.InsightsAsync(second.Version!))!.Drift!;
        Assert.Equal(first.Version!.ToString(), drift.Since);
        Assert.Equal(before.Select(portrait => (portrait.Id, portrait.Share)).Order(), drift.Portraits.Select(portrait => (portrait.Id, portrait.Before)).Order());
        Assert.Equal(TrainingWorld.People, drift.Before.Users);
        Assert.InRange(drift.SameFilms!.Value, 0.3, 1);
        Assert.Contains(drift.Metrics, metric => metric.Name == "ndcg@10");
        Assert.Null((await _world.Models.InsightsAsync(first.Version))!.Drift);
    }

    [Fact]
    public async Task Run_Portraits_AreThoseOfThePeopleWhoAreThere()
    {
        await _world.RunAsync();

        var served = await _world.ServedAsync();
        var portraits = served.Portraits!;
        // People with even numbers see and like the even films, which are comedies.
        var comedy = portraits.PortraitOf([.. Enumerable.Range(0, 8).Select(i => new Engine.Ratings.OwnRating(portraits.Items.IndexOf(2 * i), 4.5f))], Engine.Facts.PersonFacts.Unknown)!;
        Assert.Equal("Comedy", portraits.Portraits[comedy.Portrait].Genres[0].Genre);
        Assert.Equal(TrainingWorld.People / 2, portraits.Portraits[comedy.Portrait].Size);
    }

    [Fact]
    public async Task Run_FewerPeopleThanAPortraitMustHave_NoneIsShown()
    {
        using var world = new TrainingWorld(isEmpty: true);
        for (var person = 0; person < 19; person++) world.Populate($"sim:{person}", person, world.Clock.GetUtcNow());

        var run = await world.RunAsync();

        Assert.Null((await world.ServedAsync()).Portraits);
        Assert.Null((await world.Models.InsightsAsync(run.Version!))!.Portraits);
    }

    [Fact]
    public async Task Run_Insights_HoldNobodyAndNoCellOfFew()
    {
        foreach (var (user, person) in new[] { ("anna-who-agrees", 1), ("bert-who-does-not", 2) }) _world.Populate(user, person, _world.Clock.GetUtcNow());
        _world.Consents.Set("anna-who-agrees", ratings: true, profile: true, new() { Occupation = "lighthouse keeper", BirthYear = 1990 });
        _world.Consents.Set("bert-who-does-not", ratings: false, profile: true, new() { Occupation = "sword swallower" });

        var run = await _world.RunAsync();

        var text = Encoding.UTF8.GetString((await _world.Blobs.ReadAsync($"models/{run.Version}/insights.json", null)).Content.Span);
        foreach (var word in new[] { "anna", "bert", "sim:", "lighthouse", "swallower" }) Assert.DoesNotContain(word, text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("bert", Encoding.Latin1.GetString(await _world.FileAsync(run.Version!)), StringComparison.Ordinal);
        Assert.DoesNotContain("swallower", Encoding.Latin1.GetString(await _world.FileAsync(run.Version!)), StringComparison.Ordinal);
        var insights = (await _world.Models.InsightsAsync(run.Version!))!;
        var map = insights.Portraits!.Map;
        Assert.NotEmpty(map.Cells);
        Assert.All(map.Cells, cell => Assert.True(cell is { People: >= 5 } && cell.Column < map.Columns && cell.Row < map.Rows));
        Assert.All(insights.Ratings.Correlations.Cells, cell => Assert.True(cell.Count >= 20));
        Assert.DoesNotContain(insights.Ratings.Correlations.Columns, column => column.Contains("id", StringComparison.Ordinal));
        Assert.Equal(TrainingWorld.People + 1, insights.Ratings.Coverage.People);
        Assert.All(insights.Portraits.Items, picture => Assert.Equal(["Comedy", "Horror"], picture.Radar.Select(taste => taste.Genre).Order()));
        Assert.Equal(1, insights.Exposure!.Tenths.Sum(tenth => tenth.Places), 5);
        Assert.Equal(1, insights.Exposure.Tenths.Sum(tenth => tenth.Ratings), 5);
    }

    [Fact]
    public async Task Run_ImporteesWhoShareNothing_AreNotInTheModel()
    {
        _world.Populate("sim:secret", 1, _world.Clock.GetUtcNow());
        _world.Imported["sim:secret"] = new("sim:secret") { SharesRatings = false, Occupation = "spy" };

        var run = await _world.RunAsync();

        var file = Encoding.Latin1.GetString(await _world.FileAsync(run.Version!));
        Assert.Contains("sim:7", file, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", file, StringComparison.Ordinal);
        Assert.DoesNotContain("spy", file, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Delete_AVersion_ItsInsightsGoWithIt()
    {
        var first = await _world.RunAsync();
        await _world.RunAsync(isForced: true);
        await _world.RunAsync(isForced: true);
        Assert.NotNull(await _world.Models.InsightsAsync(first.Version!));

        await _world.Models.DeleteAsync(first.Version!);

        Assert.Null(await _world.Models.InsightsAsync(first.Version!));
    }

    [Fact]
    public async Task Read_FileOfBeforePortraits_IsServedWithoutThem()
    {
        await _world.RunAsync();
        var served = await _world.ServedAsync();
        using var stream = new MemoryStream();
        new ServedModel(served.Lists, served.Stars, served.Community).Write().WriteTo(stream);
        stream.Position = 0;

        var old = ServedModel.Read(Engine.Files.ModelFile.Read(stream));

        Assert.Null(old.Portraits);
        Assert.Equal(served.Lists.Items.Count, old.Lists.Items.Count);
        Assert.NotNull(served.Without("sim:1").Portraits);
    }

    [Fact]
    public void Importances_OfAModelWithoutFeatures_AreNone() =>
        Assert.Empty(FeatureWeight.Of(new Engine.Popularity.PopularityTrainer().Fit(Simulated.Town.Small.Ratings, new())));

    [Fact]
    public void Importances_OfARidge_AreItsWeightsTheHeaviestFirst()
    {
        IModel ridge = new Engine.Ridge.RidgeTrainer(new()).Fit(Simulated.Town.Small.Ratings, new());

        var weights = FeatureWeight.Of(ridge);

        var all = ((Engine.Ridge.RidgeModel)ridge).Weights;
        Assert.Equal(all.MaxBy(one => Math.Abs(one.Weight)), (weights[0].Feature, weights[0].Weight));
        Assert.Equal(Math.Min(30, all.Count), weights.Count);
    }
}
