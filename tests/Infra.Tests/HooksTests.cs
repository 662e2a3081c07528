using System.Diagnostics;

namespace Matinee.Infra.Tests;

/// <summary>azd runs hooks with `dotnet run file.cs`: they must compile, by the rules of the house.</summary>
public sealed class HooksTests
{
    public static TheoryData<string> Hooks => [.. Repository.AsItIs.Below("infra/hooks/", ".cs").Select(static file => file.Key)];

    [Theory]
    [MemberData(nameof(Hooks))]
    public async Task Hook_AsItIs_Compiles(string path)
    {
        var (code, output) = await BuildAsync(Path.Combine(Repository.Folder, path));
        Assert.True(code == 0, output);
    }

    [Fact]
    public async Task Hook_Spoilt_DoesNotCompile()
    {
        var folder = Directory.CreateTempSubdirectory("matinee-hook-");
        try
        {
            var file = Path.Combine(folder.FullName, "hook.cs");
            await File.WriteAllTextAsync(file, Repository.AsItIs.Files["infra/hooks/postdeploy.cs"].Replace("var live =", "var life =", StringComparison.Ordinal));
            var (code, output) = await BuildAsync(file);
            Assert.NotEqual(0, code);
            Assert.Contains("CS0103", output, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    static async Task<(int Code, string Output)> BuildAsync(string file)
    {
        using var build = Process.Start(new ProcessStartInfo("dotnet", ["build", file, "--nologo", "-v", "q"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // Outside the checkout a hook has the SDK that the tests run with.
            WorkingDirectory = Repository.Folder,
        })!;
        var output = build.StandardOutput.ReadToEndAsync();
        var errors = build.StandardError.ReadToEndAsync();
        await build.WaitForExitAsync();
        return (build.ExitCode, await output + await errors);
    }
}
