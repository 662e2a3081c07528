using Matinee.Infra.Tests.Rules;

namespace Matinee.Infra.Tests;

public sealed class StructureTests
{
    [Fact]
    public void Structure_AsItIs_HasNoProblems() => Assert.Empty(Structure.Problems(Repository.AsItIs));

    [Theory]
    [InlineData("infra/main.bicep", "  scope: group\n  params: {\n    name: '${abbreviations.managed", "  scope: group\n  params: \n    name: '${abbreviations.managed", "infra/main.bicep: line")]
    [InlineData("infra/modules/api.bicep", "properties: { reserved: true }", "properties: { reserved: true ", "infra/modules/api.bicep: line")]
    [InlineData("infra/modules/api.bicep", "kind: 'functionapp'\n", "kind: 'functionapp\n", "a text has no end")]
    [InlineData("infra/main.bicep", "'modules/identity.bicep'", "'modules/identities.bicep'", "where there is none")]
    [InlineData("infra/main.bicep", "    dailyQuotaGb: telemetryDailyGb\n", "", "is not given 'dailyQuotaGb'")]
    [InlineData("infra/main.bicep", "    dailyQuotaGb: telemetryDailyGb\n", "    dailyQuotaGb: telemetryDailyGb\n    more: 1\n", "is given 'more'")]
    [InlineData("infra/main.bicep", "dailyQuotaGb: telemetryDailyGb", "dailyQuotaGb: telemetryGb", "'telemetryGb' is declared nowhere")]
    [InlineData("infra/main.bicep", "monitoring.outputs.workspaceId", "monitoring.outputs.workspace", "no output 'workspace'")]
    [InlineData("infra/main.bicep", "dependsOn: [roles, privateNetwork", "dependsOn: [role, privateNetwork", "'role' is declared nowhere")]
    [InlineData("infra/main.bicep", "var isLinked", "var unused = 1\nvar isLinked", "var 'unused' is used nowhere")]
    [InlineData("infra/main.bicep", "@description('A month", "// @description('A month", "monthlyBudget has no description")]
    [InlineData("infra/main.bicep", "loadJsonContent('abbreviations.json')", "loadJsonContent('abbr.json')", "infra/abbr.json is not there")]
    [InlineData("infra/modules/roles.bicep", "name: insightsName", "name: 'insights'", "param 'insightsName' is used nowhere")]
    [InlineData("infra/modules/web.bicep", "param location string\n", "param location string\nparam location string\n", "declared twice")]
    [InlineData("infra/modules/storage.bicep", "defaultAction: isPrivate", "bypass: isPrivate", "'bypass' is there twice")]
    [InlineData("infra/modules/cosmos.bicep", "for container in containers: {", "for one in containers: {", "'container' is declared nowhere")]
    public void Structure_Spoilt_IsFound(string path, string old, string replacement, string says) =>
        new Spoilt(path, old, replacement, says).MustBeFoundBy(Structure.Problems);

    [Fact]
    public void Structure_FileThatNobodyDeploys_IsFound() =>
        Assert.Contains(Structure.Problems(Repository.AsItIs.WithFile("infra/modules/more.bicep", "var a = 1\noutput b int = a\n")), static problem => problem.Contains("nothing deploys it", StringComparison.Ordinal));
}
