using System.ComponentModel;
using System.Diagnostics;

namespace Matinee.Contract.Tests;

/// <summary>A package from npm, installed once for a user, outside the source tree (MATINEE_TEST_CACHE names another place).</summary>
static class NpmPackage
{
    static readonly TimeSpan s_patience = TimeSpan.FromMinutes(5);

    /// <summary>Where the package is, or why it can't be had.</summary>
    public static async Task<(string? Folder, string? Why)> InstallAsync(string name, string version)
    {
        var cache = Path.GetFullPath(Environment.GetEnvironmentVariable("MATINEE_TEST_CACHE") is { Length: > 0 } named ? named : DefaultCache());
        var folder = Path.Combine(cache, $"{name.Replace("@", "", StringComparison.Ordinal).Replace('/', '-')}-{version}");
        var package = Path.Combine(folder, "node_modules", name);
        if (await RunAsync("node", "--version") is { } noNode) return (null, $"{name} needs Node.js 20 or later: {noNode}");
        if (Directory.Exists(package)) return (package, null);

        // Installed beside and then renamed: two test runs at once, or one that is cut, leave no half of it.
        var unfinished = $"{folder}.{Guid.NewGuid():N}";
        Directory.CreateDirectory(unfinished);
        try
        {
            if (await RunAsync(Npm, "install", "--prefix", unfinished, "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error", $"{name}@{version}")
                is { } failed) return (null, $"npm could not install {name}@{version}: {failed}");
            if (!Directory.Exists(folder)) Directory.Move(unfinished, folder);
        }
        catch (IOException) when (Directory.Exists(package))
        {
            // Another run has installed it meanwhile.
        }
        finally
        {
            if (Directory.Exists(unfinished)) Directory.Delete(unfinished, recursive: true);
        }

        return (package, null);
    }

    static string Npm => OperatingSystem.IsWindows() ? "npm.cmd" : "npm";

    static string DefaultCache()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
        return Path.Combine(home.Length > 0 ? home : Path.GetTempPath(), "matinee", "tests");
    }

    /// <summary>Null when the command succeeds, otherwise what it said.</summary>
    static async Task<string?> RunAsync(string command, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var output = process.StandardOutput.ReadToEndAsync();
            var errors = process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync().WaitAsync(s_patience);
            return process.ExitCode == 0 ? null : $"{await errors}{await output}".Trim();
        }
        catch (Win32Exception error)
        {
            return $"'{command}' can't be run ({error.Message})";
        }
    }
}
