using Matinee.Infra.Tests.Rules;

namespace Matinee.Infra.Tests;

public sealed class DocumentsTests
{
    const string Runbook = "infra/README.md";

    [Fact]
    public void Documents_AsTheyAre_AreComplete() => Assert.Empty(Documents.Problems(Repository.AsItIs));

    [Theory]
    [InlineData(".github/SECURITY.md", null, "", ".github/SECURITY.md is not there")]
    [InlineData("README.md", "\n## Features", "\n## What it does", "no heading 'Features'")]
    [InlineData("README.md", "is not endorsed", "is endorsed", "TMDB asks for")]
    [InlineData("README.md", "azd up\n", "az up\n", "does not show azd up")]
    [InlineData("README.md", "(infra/README.md)", "(infra/RUNBOOK.md)", "the link to infra/RUNBOOK.md leads nowhere")]
    [InlineData("infra/architecture.svg", "prefers-color-scheme: dark", "prefers-contrast: more", "dark theme")]
    [InlineData(Runbook, "`COSMOS_BACKUP_TIER`", "`COSMOS_TIER`", "what COSMOS_BACKUP_TIER is")]
    [InlineData(Runbook, "`STORAGE_CONTAINER`", "`CONTAINER`", "what STORAGE_CONTAINER is")]
    [InlineData(Runbook, "## Roll back", "## Back", "no heading 'Roll back'")]
    public void Documents_Spoilt_AreFound(string path, string? old, string replacement, string says) =>
        new Spoilt(path, old, replacement, says).MustBeFoundBy(Documents.Problems);
}
