using Matinee.Infra.Tests.Rules;

namespace Matinee.Infra.Tests;

public sealed class SecurityTests
{
    const string RolesFile = "infra/modules/roles.bicep";
    const string JobFile = "infra/modules/training-job.bicep";

    [Fact]
    public void Roles_AsTheyAre_AreThoseThatAreNeeded() => Assert.Empty(Roles.Problems(Repository.AsItIs));

    [Theory]
    [InlineData(RolesFile, "b7e6dc6d-f1e8-4753-8033-0f276bb0955b", "b7e6dc6d-f1e8-4753-8033-0f276bb0955c", "is the id of no role")]
    [InlineData(RolesFile, "b7e6dc6d-f1e8-4753-8033-0f276bb0955b", "ba92f5b4-2d11-453d-a403-e96b0029c9fe", "Storage Blob Data Owner is b7e6dc6d")]
    [InlineData(RolesFile, "// Monitoring Metrics Publisher:", "// Telemetry:", "says which role it is")]
    [InlineData(RolesFile, "    principalType: 'ServicePrincipal'\n", "", "does not say what its principal is")]
    [InlineData(RolesFile, "guid(storage.id, appPrincipalId, blobDataOwner)", "guid(storage.id, blobDataOwner)", "must be guid(scope, principal, role)")]
    [InlineData(RolesFile, "guid(storage.id, appPrincipalId, blobDataOwner)\n  scope: storage", "guid(storage.id, appPrincipalId, blobDataOwner)\n  scope: resourceGroup()", "which it need not")]
    [InlineData(RolesFile, "roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', metricsPublisher)", "roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', blobDataOwner)", "Monitoring Metrics Publisher on insights: that is missing")]
    [InlineData(JobFile, "roleDefinitions', acrPull)", "roleDefinitions', acrPush)", "AcrPull on registry: that is missing")]
    public void Roles_Spoilt_AreFound(string path, string old, string replacement, string says) =>
        new Spoilt(path, old, replacement, says).MustBeFoundBy(Roles.Problems);

    [Fact]
    public void Secrets_AsItIs_ThereAreNone() => Assert.Empty(Secrets.Problems(Repository.AsItIs));

    [Theory]
    [InlineData("infra/modules/storage.bicep", "output id string = account.id", "output key string = account.listKeys().keys[0].value", "'listKeys' is, or asks for, a key")]
    [InlineData("infra/main.bicep", "STORAGE_CONTAINER: storage.outputs.dataContainerName", "STORAGE_CONTAINER: 'AccountName=a;AccountKey=b'", "AccountKey=")]
    [InlineData("infra/main.parameters.json", "${WEB_PLAN=Standard}", "https://a.blob.core.windows.net/b?sv=1&sig=c", "sig=")]
    [InlineData("infra/main.parameters.json", "${WEB_PLAN=Standard}", "C2y6yDjf5/R+ob0N8A7Cgv30VRDJIWEHLM+4QDU5DE2nQ9nDuVTqobD4b8mGGyPMbIZnqyMsEcaGQy67XIw/Jw==", "is, or asks for, a key")]
    [InlineData(".github/workflows/azure-dev.yml", "${{ vars.AZURE_CLIENT_ID }}", "${{ secrets.AZURE_CLIENT_SECRET }}", "secrets.A")]
    [InlineData("azure.yaml", "host: function", "host: function\n    password: hunter2", "password: h")]
    [InlineData("infra/modules/cosmos.bicep", "disableLocalAuth: true", "disableLocalAuth: false", "properties.disableLocalAuth must be true")]
    [InlineData("infra/modules/storage.bicep", "    allowSharedKeyAccess: false\n", "", "properties.allowSharedKeyAccess must be false")]
    [InlineData("infra/modules/storage.bicep", "allowBlobPublicAccess: false", "allowBlobPublicAccess: true", "properties.allowBlobPublicAccess must be false")]
    [InlineData("infra/modules/monitoring.bicep", "    DisableLocalAuth: true\n", "", "properties.DisableLocalAuth must be true")]
    [InlineData("infra/modules/monitoring.bicep", "features: { disableLocalAuth: true }", "features: {}", "properties.features.disableLocalAuth must be true")]
    [InlineData("infra/modules/training-job.bicep", "adminUserEnabled: false", "adminUserEnabled: true", "properties.adminUserEnabled must be false")]
    [InlineData("infra/modules/api.bicep", "supportCredentials: false", "supportCredentials: true", "properties.siteConfig.cors.supportCredentials must be false")]
    [InlineData("infra/modules/api.bicep", "properties: { allow: false }", "properties: { allow: true }", "properties.allow must be false")]
    public void Secrets_Spoilt_AreFound(string path, string old, string replacement, string says) =>
        new Spoilt(path, old, replacement, says).MustBeFoundBy(Secrets.Problems);
}
