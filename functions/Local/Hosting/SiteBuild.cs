using System.ComponentModel;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;

namespace Matinee.Local.Hosting;

/// <summary>Builds the web front end of a checkout, where it was not built yet or its sources have changed since.</summary>
static class SiteBuild
{
    const string SourceFolder = "web";
    const string BuiltFolder = "dist";
    const string Stamp = ".built";

    static readonly string[] s_notSource = ["node_modules", BuiltFolder, "generated"];

    /// <summary>The folder of the built site; null where there is none to serve, which <paramref name="say"/> was told the reason of.</summary>
    public static async Task<string?> EnsureAsync(Action<string> say, CancellationToken cancellation)
    {
        if (FindSource() is not { } source) return Existing(Path.Combine(AppContext.BaseDirectory, SourceFolder));
        var built = Path.Combine(source, BuiltFolder);
        var (digest, stamp) = (DigestOf(source), Path.Combine(built, Stamp));
        if (File.Exists(stamp) && await File.ReadAllTextAsync(stamp, cancellation) == digest) return built;
        try
        {
            say("Building the web front end ...");
            if (NeedsPackages(source)) await NpmAsync(source, ["ci", "--no-audit", "--no-fund"], cancellation);
            await NpmAsync(source, ["run", "build"], cancellation);
            await File.WriteAllTextAsync(stamp, digest, cancellation);
            return built;
        }
        catch (Exception error) when (error is LocalException or Win32Exception)
        {
            var kept = Existing(built);
            say($"{error.Message} {(kept is null ? "The API is served without the site." : "The site is served as it was built last.")}");
            return kept;
        }
    }

    static string? Existing(string folder) => File.Exists(Path.Combine(folder, SiteConfig.FileName)) ? folder : null;

    // From where the command was given, or from where the program was built: "dotnet run" may be called from anywhere.
    static string? FindSource()
    {
        foreach (var start in (string[])[Directory.GetCurrentDirectory(), AppContext.BaseDirectory])
        {
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            {
                var source = Path.Combine(folder.FullName, SourceFolder);
                if (File.Exists(Path.Combine(folder.FullName, "Matinee.slnx")) && File.Exists(Path.Combine(source, "package.json"))) return source;
            }
        }

        return null;
    }

    static bool NeedsPackages(string source)
    {
        var installed = new FileInfo(Path.Combine(source, "node_modules", ".package-lock.json"));
        return !installed.Exists || installed.LastWriteTimeUtc < File.GetLastWriteTimeUtc(Path.Combine(source, "package-lock.json"));
    }

    /// <summary>Of the sources' content: times change with every checkout.</summary>
    static string DigestOf(string source)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var folders = Directory.EnumerateDirectories(source).Where(static folder => !s_notSource.Contains(Path.GetFileName(folder)));
        var files = folders.SelectMany(static folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)).Concat(Directory.EnumerateFiles(source));
        foreach (var path in files.Order(StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Path.GetRelativePath(source, path)));
            hash.AppendData(File.ReadAllBytes(path));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    static async Task NpmAsync(string folder, IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", arguments)
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        // This host answers /api of the site's own address, whatever a deployment may have left behind.
        start.Environment["VITE_API_URL"] = "";
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (Win32Exception error)
        {
            throw new LocalException("There is no Node.js on this machine (https://nodejs.org, 20.19 or later), so the web front end can't be built.", error);
        }

        using (process)
        {
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(cancellation), process.StandardError.ReadToEndAsync(cancellation));
            try
            {
                await process.WaitForExitAsync(cancellation);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                throw;
            }

            if (process.ExitCode != 0)
                throw new LocalException($"npm {arguments[0]} failed in {folder}: {LastLines(await errors + await output)}");
        }
    }

    static string LastLines(string text) => string.Join(Environment.NewLine, text.Split('\n', StringSplitOptions.RemoveEmptyEntries).TakeLast(8));
}
