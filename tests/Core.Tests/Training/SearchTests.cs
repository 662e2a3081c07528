using System.Text;
using Matinee.Core.Training;
using Matinee.Core.Training.Runs;
using Matinee.Engine.Boards;

namespace Matinee.Core.Tests.Training;

public sealed class SearchTests : IDisposable
{
    const string Memory = "models/searches/ease.json";

    static readonly TrainingPlan s_plan = TrainingWorld.PlanOf(StandardCandidates.Ease()) with { SearchShare = 0.5 };

    readonly TrainingWorld _world = new();

    public SearchTests() => _world.Options = _world.Options with { Search = new() { MaxTrials = 3 } };

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task Run_FirstModel_SearchesNothing()
    {
        await _world.RunAsync(s_plan);

        Assert.Null(await _world.Blobs.OpenAsync(Memory));
    }

    [Fact]
    public async Task Run_Later_CompetesWithTheBestOfTheValidationPartAndRemembersIt()
    {
        await _world.RunAsync(s_plan);
        var run = await _world.RunAsync(s_plan, isForced: true);
        var memory = await MemoryAsync();
        var again = await _world.RunAsync(s_plan, isForced: true);

        Assert.Equal(3, memory.Trials.Count);
        var ratings = (await _world.NewInputs().ReadAsync(s_plan)).Ratings;
        var division = Division.Of(ratings, new(), _world.Options.Seed);
        Assert.Equal(division.Choosing.Fingerprint.ToString("x16"), memory.Data);
        // What was tried is not tried again.
        Assert.Equal(memory.ToJson(), (await MemoryAsync()).ToJson());
        foreach (var version in new[] { run.Version!, again.Version! })
        {
            var row = (await _world.Models.ManifestAsync(version)).Boards[0].Rows.First(one => one.Name == "ease" && one.Parameters == ParametersOf(memory));
            Assert.True(row.TrainingSeconds >= 0);
        }
    }

    [Theory]
    [InlineData("no memory")]
    [InlineData("{}")]
    [InlineData("")]
    public async Task Run_DamagedMemory_IsDroppedAndSearchedAnew(string damaged)
    {
        await _world.RunAsync(s_plan);
        await _world.Blobs.WriteAsync(Memory, Encoding.UTF8.GetBytes(damaged), null);

        var run = await _world.RunAsync(s_plan, isForced: true);

        Assert.True(run.Outcome == RunOutcome.Promoted, run.Why);
        Assert.Equal(3, (await MemoryAsync()).Trials.Count);
    }

    static string ParametersOf(SearchMemory memory) =>
        StandardCandidates.Ease().With(memory.Best!.Values, StandardCandidates.Recall).Parameters.ToJsonString();

    async Task<SearchMemory> MemoryAsync()
    {
        var read = await _world.Blobs.ReadAsync(Memory);
        return SearchMemory.FromJson(Encoding.UTF8.GetString(read.Content.Span));
    }
}
