using Matinee.Core.Training;
using Matinee.Core.Training.Runs;
using Microsoft.Extensions.Logging.Abstractions;

namespace Matinee.Core.Tests.Training;

public sealed class TrainingSettingsTests
{
    [Fact]
    public void PlanOf_NoSettings_IsTheDefault()
    {
        var plan = TrainingSettings.PlanOf(_ => null);

        Assert.Equal((15, 7), (plan.Budget.TotalMinutes, plan.Gate.FreshForDays));
        Assert.Equal(["ease", "ials", "hybrid", "factorization", "blend"], plan.Candidates.Select(candidate => candidate.Name));
    }

    [Fact]
    public void PlanOf_Settings_IsAsTheySay()
    {
        var plan = TrainingSettings.PlanOf(name => name switch
        {
            "TRAINING_CANDIDATES" => "ridge, ease",
            "TRAINING_BUDGET_MINUTES" => "3",
            "TRAINING_FRESH_DAYS" => "0",
            _ => null,
        });

        Assert.Equal((3, 0), (plan.Budget.TotalMinutes, plan.Gate.FreshForDays));
        Assert.Equal(["ease", "ridge"], plan.Candidates.Select(candidate => candidate.Name));
    }

    [Theory]
    [InlineData(null, "ease,ials,hybrid,factorization,blend,foreign")]
    [InlineData("foreign,ease", "ease,foreign")]
    [InlineData("ials,factorization", "ials,factorization")]
    public void PlanOf_CandidatesOfALibrary_CompeteUnlessTheSettingNamesOthers(string? setting, string names) =>
        Assert.Equal(names, string.Join(',', Plan(setting).Candidates.Select(candidate => candidate.Name)));

    [Fact]
    public void PlanOf_CandidateThatNoLibraryBrings_IsAnErrorThatNamesThoseThereAre() => Assert.EndsWith(
        "blend-forest, foreign. (Parameter 'names')", Assert.Throws<ArgumentException>(() => Plan("ials,absent")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("TRAINING_CANDIDATES", "ials,oracle,blend", "TRAINING_CANDIDATES names 'oracle'; there are popularity, content, ease, ials, hybrid, baseline,")]
    [InlineData("TRAINING_BUDGET_MINUTES", "0", "TRAINING_BUDGET_MINUTES is '0'; give a whole number from 1 to 1440.")]
    [InlineData("TRAINING_BUDGET_MINUTES", "1.5", "TRAINING_BUDGET_MINUTES is '1.5'")]
    [InlineData("TRAINING_FRESH_DAYS", "-1", "TRAINING_FRESH_DAYS is '-1'; give a whole number from 0 to")]
    public void PlanOf_WhatCannotBe_NamesSettingValueAndCure(string setting, string value, string words) =>
        Assert.StartsWith(words, Assert.Throws<ArgumentException>(() => TrainingSettings.PlanOf(name => name == setting ? value : null)).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Run_WrongSetting_IsRefusedWithTheReasonInTheRecordAndNothingChanges()
    {
        using var world = new TrainingWorld();
        var retrain = new RetrainModels(
            world.Blobs, world.Models, world.NewInputs(), new(() => TrainingSettings.PlanOf(_ => "oracle")), world.Options, world.History, [], world.Clock, NullLogger<RetrainModels>.Instance);

        await Assert.ThrowsAsync<ArgumentException>(() => retrain.RunAsync());

        var record = (await world.History.LatestAsync(1))[0];
        Assert.Equal(RunOutcome.Failed, record.Outcome);
        Assert.Contains("names 'oracle'", record.Why, StringComparison.Ordinal);
        Assert.Null((await world.Models.CurrentAsync())!.Version);
        Assert.Null(await retrain.RunningAsync());
    }

    static TrainingPlan Plan(string? setting) =>
        TrainingSettings.PlanOf(name => name == "TRAINING_CANDIDATES" ? setting : null, [StandardCandidates.Factorization() with { Name = "foreign" }]);
}
