using Matinee.Infra.Tests.Rules;

namespace Matinee.Infra.Tests;

public sealed class AzdTests
{
    const string Ci = ".github/workflows/ci.yml";
    const string Deploy = ".github/workflows/azure-dev.yml";

    [Fact]
    public void Names_AsTheyAre_AreThoseThatAzureTakes() => Assert.Empty(AzdNames.Problems(Repository.AsItIs));

    [Theory]
    [InlineData("infra/abbreviations.json", "\"st\"", "\"st-\"", "is no name that storageStorageAccounts may have")]
    [InlineData("infra/abbreviations.json", "\"func-\"", "\"matinee-functions-api-\"", "is no name that webSitesFunctions may have")]
    [InlineData("infra/abbreviations.json", "\"webServerFarms\"", "\"webServerFarm\"", "webServerFarms is missing")]
    [InlineData("infra/abbreviations.json", "\"webServerFarms\"", "\"webServerFarm\"", "webServerFarm is used nowhere")]
    [InlineData("infra/main.bicep", "'azd-env-name': environmentName", "'azd-env': environmentName", "tags must hold azd-env-name")]
    [InlineData("infra/main.bicep", "'azd-service-name': 'api'", "'azd-service-name': 'functions'", "azd-service-name says functions, web")]
    [InlineData("infra/main.bicep", "    tags: union(tags, { 'azd-service-name': 'web' })", "    tags: { 'azd-service-name': 'web' }", "web does not carry the tags")]
    [InlineData("infra/modules/private-network.bicep", "    tags: tags\n", "    tags: {}\n", "private-network.bicep: network does not carry the tags")]
    [InlineData("infra/main.bicep", "    workspaceName: '${abbreviations.operationalInsightsWorkspaces}${token}'", "    workspaceName: '${abbreviations.insightsComponents}${token}'", "two resources are called")]
    [InlineData("infra/main.bicep", "packageContainer: 'app-package'", "packageContainer: 'AppPackage'", "is no name that a blob container may have")]
    [InlineData("infra/main.bicep", "dataContainer: 'matinee'", "dataContainer: 'models'", "no code calls its container 'models'")]
    [InlineData("infra/modules/web.bicep", "  tags: tags\n", "", "site has no tags")]
    public void Names_Spoilt_AreFound(string path, string old, string replacement, string says) =>
        new Spoilt(path, old, replacement, says).MustBeFoundBy(AzdNames.Problems);

    [Fact]
    public void AzureYaml_AsItIs_NamesWhatIsThere() => Assert.Empty(AzureYaml.Problems(Repository.AsItIs));

    [Theory]
    [InlineData("azure.yaml", "project: ./web", "project: ./site", "web is at site/, where there is nothing")]
    [InlineData("azure.yaml", "    dist: dist\n", "", "does not say where it is built to")]
    [InlineData("azure.yaml", "run: infra/hooks/postdeploy.cs", "run: infra/hooks/deployed.cs", "the hook postdeploy is at infra/hooks/deployed.cs")]
    [InlineData("azure.yaml", "run: infra/hooks/postdeploy.cs", "run: infra/hooks/postprovision.cs", "infra/hooks/postdeploy.cs: no hook runs it")]
    [InlineData("azure.yaml", "      - azd: provision\n      - azd: deploy --all", "      - azd: package --all\n      - azd: provision", "azd up must provision, then deploy")]
    [InlineData("infra/main.bicep", "output SITE_API_URL ", "output SITE_URL ", "SITE_API_URL is no output")]
    [InlineData("azure.yaml", "\">= 1.24.0\"", "\">= 1.9.0\"", "need azd 1.24.0")]
    [InlineData("azure.yaml", "pipeline:", "pipelines:", "azure.yaml")]
    [InlineData("azure.yaml", "hooks:\n", "extras: x\nhooks:\n", "azd knows no 'extras'")]
    [InlineData("azure.yaml", "    - WEB_PLAN", "    - WEB_PLANS", "the pipeline's WEB_PLANS is no parameter")]
    [InlineData("azure.yaml", "  module: main", "  module: matinee", "there is no infra/matinee.bicep")]
    [InlineData("azure.yaml", "    host: function", "   host: function", "azure.yaml: line")]
    [InlineData("functions/Api/host.json", null, "", "has no host.json")]
    [InlineData("infra/hooks/postdeploy.cs", "\"PUBLIC_API_URL\"", "\"API_URL\"", "API_URL is no output")]
    [InlineData("infra/main.parameters.json", "${INSTANCE_MEMORY_MB=2048}", "${INSTANCE_MEMORY_MB=4096}", "'4096' by default, and instanceMemoryMB of main.bicep is '2048'")]
    [InlineData("infra/main.parameters.json", "${INSTANCE_MEMORY_MB=2048}", "${INSTANCE_MEMORY_MB=1024}", "must not be '1024'")]
    [InlineData("infra/main.parameters.json", "\"alertEmail\"", "\"alertMail\"", "main.bicep has no parameter alertMail")]
    [InlineData("infra/main.parameters.json", "\"alertEmail\"", "\"alertMail\"", "alertEmail is missing")]
    public void AzureYaml_Spoilt_IsFound(string path, string? old, string replacement, string says) =>
        new Spoilt(path, old, replacement, says).MustBeFoundBy(Problems);

    [Fact]
    public void AzureYaml_SecondProject_IsFound() =>
        Assert.Contains(AzureYaml.Problems(Repository.AsItIs.WithFile("functions/Api/Other.csproj", "<Project />")), static problem => problem.Contains("one project", StringComparison.Ordinal));

    [Fact]
    public void Workflows_AsTheyAre_CanBeRun() => Assert.Empty(Workflows.Problems(Repository.AsItIs));

    [Theory]
    [InlineData(Ci, "actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8", "actions/checkout@v5", "is not pinned")]
    [InlineData(Ci, " # v5.0.0", "", "does not say which version")]
    [InlineData(Ci, "permissions: {}\n", "", "no rights at all")]
    [InlineData(Ci, "    permissions:\n      contents: read\n", "", "does not say which rights")]
    [InlineData(Ci, "    timeout-minutes: 45\n", "", "has no time limit")]
    [InlineData(Ci, "run: tests/run\n", "run: dotnet test\n", "does not run tests/run")]
    [InlineData(Ci, "  azure:\n", "  test:\n", "'test' is there twice")]
    [InlineData(Ci, "jobs:\n", "jobs:\n\t\n", "a tab")]
    [InlineData(Deploy, "${{ vars.WEB_PLAN || 'Standard' }}", "${{ vars.WEB_PLAN }}", "WEB_PLAN has not the default")]
    [InlineData(Deploy, "      WEB_PLAN:", "      SITE_PLAN:", "SITE_PLAN is no parameter")]
    [InlineData(Deploy, "      WEB_PLAN:", "      SITE_PLAN:", "WEB_PLAN, which azure.yaml hands over, is not taken")]
    [InlineData(Deploy, "vars.ALERT_EMAIL", "vars.MAIL", "MAIL is asked for and not handed on")]
    [InlineData("tests/run", null, "", "tests/run is not there")]
    [InlineData(".github/ISSUE_TEMPLATE/bug.yml", "labels: [bug]", "labels: [bug", "bug.yml")]
    public void Workflows_Spoilt_AreFound(string path, string? old, string replacement, string says) =>
        new Spoilt(path, old, replacement, says).MustBeFoundBy(Workflows.Problems);

    // What can't be read any more is a problem, whoever stumbles over it.
    static List<string> Problems(Repository repository)
    {
        try
        {
            return AzureYaml.Problems(repository);
        }
        catch (KeyNotFoundException error)
        {
            return [$"azure.yaml: {error.Message}"];
        }
    }
}
