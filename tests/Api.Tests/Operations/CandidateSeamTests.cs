using System.Text.Json.Nodes;
using Matinee.Api.Tests.Hosting;
using Matinee.Core.Training;
using Matinee.Engine.Models;
using Microsoft.Extensions.DependencyInjection;

namespace Matinee.Api.Tests.Operations;

/// <summary>Libraries bring candidates by registering them.</summary>
public sealed class CandidateSeamTests
{
    [Fact]
    public async Task Candidate_Registered_CompetesAndIsRecalledAndMadeOnlyWhenTrained()
    {
        var other = new TrainingCandidate("other", Goal.Stars, new JsonObject { ["factors"] = 8 }, _ => throw new InvalidOperationException("It is too soon to make it."));
        await using var host = await MatineeHost.StartAsync(services: all => all
            .AddSingleton(other)
            .AddSingleton<CandidateRecall>((name, parameters) => name == "other" ? other with { Parameters = parameters } : null));

        var plan = host.Services.GetRequiredService<TrainingPlan>();

        Assert.Same(other, plan.Candidates[^1]);
        Assert.Equal(new TrainingPlan().Candidates.Select(static one => one.Name), plan.Candidates.SkipLast(1).Select(static one => one.Name));
        Assert.Equal(4, (int)plan.Recall("other", new JsonObject { ["factors"] = 4 })!.Parameters["factors"]!);
        Assert.NotNull(plan.Recall("popularity", []));
        Assert.Null(plan.Recall("unheard-of", []));
    }
}
