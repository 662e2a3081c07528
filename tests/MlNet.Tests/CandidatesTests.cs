using System.Runtime.Loader;
using System.Text.Json.Nodes;
using Matinee.Api.Worker;
using Matinee.Core.Training;
using Matinee.Engine.Facts;
using Matinee.Engine.Models;
using Matinee.MlNet.Factorization;
using Microsoft.Extensions.DependencyInjection;

namespace Matinee.MlNet.Tests;

public sealed class CandidatesTests
{
    static readonly IReadOnlyList<TrainingCandidate> s_all =
        [.. new ServiceCollection().AddMlNetCandidates().BuildServiceProvider().GetServices<TrainingCandidate>()];

    [Fact]
    public void AddMlNetCandidates_NoSetting_AllCompeteBehindTheZoo()
    {
        var plan = TrainingSettings.PlanOf(_ => null, s_all);

        Assert.Equal(["mlnet-portraits", "mlnet-factorization", "mlnet-forest"], plan.Candidates.Skip(new TrainingPlan().Candidates.Count).Select(one => one.Name));
    }

    [Fact]
    public void AddMlNetCandidates_Setting_ChoosesAmongThem()
    {
        var plan = TrainingSettings.PlanOf(name => name == CandidateOptions.Setting ? "mlnet-factorization, ease" : null, s_all);

        Assert.Equal(["ease", "mlnet-factorization"], plan.Candidates.Select(one => one.Name));
    }

    [Fact]
    public void AddMlNetCandidates_EachName_TrainsWhatItSays()
    {
        var trainers = s_all.ToDictionary(one => one.Name, one => one.Trainer(KnownFacts.None).Name);

        Assert.Equal(("portraits", "factorization", "forest"), (trainers["mlnet-portraits"], trainers["mlnet-factorization"], trainers["mlnet-forest"]));
        Assert.Equal([Goal.Lists, Goal.Stars, Goal.Stars], s_all.Select(one => one.Goal));
    }

    [Fact]
    public void Recall_OfAManifest_IsTheSameCandidate() =>
        Assert.All(s_all, one => Assert.True(MlNetCandidates.Recall(one.Name, one.Parameters)!.IsSameAs(one), one.Name));

    [Fact]
    public void Recall_OlderParameters_HaveDefaultsForTheRest()
    {
        var recalled = MlNetCandidates.Recall(MlNetCandidates.Factorization, new() { ["factors"] = 5 })!;

        Assert.Equal((5, MlNetFactorizationOptions.DefaultEpochs), ((int)recalled.Parameters["factors"]!, (int)recalled.Parameters["epochs"]!));
    }

    [Theory]
    [InlineData("mlnet-factorization", """{ "factors": -1 }""")]
    [InlineData("mlnet-forest", """{ "trees": "many" }""")]
    [InlineData("mlnet-portraits", """{ "unheardOf": 1 }""")]
    [InlineData("factorization", "{}")]
    public void Recall_WhatIsNotItsOwn_IsNothing(string name, string parameters) =>
        Assert.Null(MlNetCandidates.Recall(name, JsonNode.Parse(parameters)!.AsObject()));

    [Fact]
    public void Trainers_Made_LoadNothingOfMlNet()
    {
        var apart = new Apart();
        var assembly = apart.LoadFromAssemblyPath(typeof(MlNetFactorizationTrainer).Assembly.Location);

        foreach (var trainer in assembly.GetExportedTypes().Where(type => type.Name.EndsWith("Trainer", StringComparison.Ordinal)))
        {
            var maker = trainer.GetConstructors().Single();
            var arguments = maker.GetParameters().Select(parameter => parameter.HasDefaultValue ? null : (object)KnownFacts.None).ToArray();
            Assert.NotEmpty(((ITrainer)maker.Invoke(arguments)).Name);
            apart.Made++;
        }

        Assert.Equal(3, apart.Made);
        Assert.Contains("Matinee.Engine", apart.Asked);
        Assert.DoesNotContain(apart.Asked, name => name.StartsWith("Microsoft.ML", StringComparison.Ordinal));
        apart.Unload();
    }

    /// <summary>Loads an assembly once more and hears what it asks for.</summary>
    sealed class Apart() : AssemblyLoadContext("apart", isCollectible: true)
    {
        public List<string> Asked { get; } = [];

        public int Made { get; set; }

        protected override System.Reflection.Assembly? Load(System.Reflection.AssemblyName assemblyName)
        {
            Asked.Add(assemblyName.Name!);
            return null;
        }
    }
}
