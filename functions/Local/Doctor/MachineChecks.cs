using System.ComponentModel;
using System.Diagnostics;
using Matinee.Azure.Cosmos;
using Matinee.Core.Training;
using Matinee.Local.Commands;
using Matinee.Local.Hosting;
using NCrontab;

namespace Matinee.Local.Doctor;

/// <summary>What this machine has: settings, a folder to write to, room in it, Node.</summary>
sealed class MachineChecks(BackendOptions options)
{
    const long LeastFree = 100L << 20;
    const long EnoughFree = 1L << 30;
    const int LeastNode = 20;
    const string Schedule = "%TRAINING_SCHEDULE%";

    public Finding Settings()
    {
        var schedule = new TriggerSettings(new Dictionary<string, string>()).Resolve(Schedule);
        if (CrontabSchedule.TryParse(schedule, new() { IncludingSeconds = true }) is null)
            return Broken($"TRAINING_SCHEDULE is '{schedule}'.", "Give six fields of cron, such as '0 0 3 * * *': every night at three (UTC).");
        try
        {
            TrainingSettings.PlanOf(Environment.GetEnvironmentVariable);
        }
        catch (ArgumentException error)
        {
            return Broken(ErrorText.Of(error), "Correct it in the environment; until then nothing is trained.");
        }

        try
        {
            if (options.Cosmos is { } account) CosmosOptions.Parse(account);
        }
        catch (ArgumentException error)
        {
            return Broken("--cosmos can't be read.", ErrorText.Of(error));
        }

        var (store, blobs) = (options.Cosmos is null ? "the folder's" : "an account", options.Storage is null ? "the folder's" : "an account");
        return Ok($"store: {store}, blobs: {blobs}, training at '{schedule}'.");
    }

    public Finding Folder()
    {
        var path = Path.GetFullPath(options.Data);
        if (!Directory.Exists(path)) return new("", FindingLevel.Note, $"{path} is not there yet; the first command that writes makes it.");
        var probe = Path.Combine(path, $"doctor-{Guid.NewGuid():N}.tmp");
        try
        {
            File.WriteAllText(probe, "");
            File.Delete(probe);
            return Ok($"{path} can be written to.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Broken($"{path} can't be written to: {ErrorText.Of(error)}", "Give this user the right to, or name another folder with --data.");
        }
    }

    public Finding Disk()
    {
        var path = Path.GetFullPath(options.Data);
        while (!Directory.Exists(path)) path = Path.GetDirectoryName(path) ?? throw new DirectoryNotFoundException($"There is nothing above {options.Data}.");
        // Only Windows wants to know the drive; others find it by any path.
        var free = new DriveInfo(OperatingSystem.IsWindows() ? Path.GetPathRoot(path)! : path).AvailableFreeSpace;
        const string Cure = "Make room, or name a folder on another disk with --data. matinee models prune deletes old models.";
        return free < LeastFree ? Broken($"{Figures.Bytes(free)} are free.", Cure)
            : free < EnoughFree ? new("", FindingLevel.Note, $"Only {Figures.Bytes(free)} are free.", Cure)
            : Ok($"{Figures.Bytes(free)} are free.");
    }

    public static async Task<Finding> NodeAsync(CancellationToken cancellation)
    {
        const string Cure = "Install Node 20 or later; without it the site can't be built, and the API alone is served.";
        try
        {
            using var node = Process.Start(new ProcessStartInfo("node", "--version") { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var version = (await node.StandardOutput.ReadToEndAsync(cancellation)).Trim();
            await node.WaitForExitAsync(cancellation);
            return int.TryParse(version.TrimStart('v').Split('.')[0], out var major) && major >= LeastNode
                ? Ok($"{version}, for building the site.")
                : new("", FindingLevel.Note, $"Node is {version}.", Cure);
        }
        catch (Win32Exception)
        {
            return new("", FindingLevel.Note, "There is no Node.", Cure);
        }
    }

    static Finding Ok(string detail) => new("", FindingLevel.Ok, detail);

    static Finding Broken(string detail, string cure) => new("", FindingLevel.Broken, detail, cure);
}
