using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using Matinee.Faults.Tests.Support;

namespace Matinee.Faults.Tests.Disks;

/// <summary>No room on the disk, or no right to write on it: nothing that was acknowledged is lost, and what is refused says so.</summary>
public sealed class DiskTests(ITestOutputHelper output)
{
    const int MostWrites = 20_000;

    [Fact]
    public async Task Rate_FilesMayNotGrow_RefusesWithACodeAndKeepsWhatWasAcknowledged()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "Limits of a shell are of Unix.");
        using var folder = new TemporaryFolder();
        var writer = new RatingWriter((await DataFolder.FillAsync(folder.Path, 1))[0], 1);
        // In blocks of 512 bytes. The signal that a shell's limit would end the process with is ignored, as a full disk has none.
        await using (var process = MatineeProcess.ServeUnder("trap '' XFSZ; ulimit -f 400", folder.Path))
        {
            using var client = await process.ClientAsync(writer.Viewer.Token);
            await WriteUntilRefusedAsync(writer, client);

            using var refused = await client.PutAsJsonAsync("me/ratings/1", new { stars = 4 });
            using var films = await client.GetAsync("genres");
            await refused.IsProblemAsync("store_unavailable", 503);
            Assert.Equal(HttpStatusCode.OK, films.StatusCode);
            writer.MayHave(1, 4);
        }

        await AfterwardsAsync(folder.Path, writer);
        output.WriteLine($"{writer.Acknowledged} acknowledged writes before the limit.");
    }

    [Fact]
    public async Task Rate_DiskIsFull_RefusesAndGoesOnWithoutARestartWhenThereIsRoom()
    {
        using var folder = new TemporaryFolder();
        using var disk = Disk.Mount(folder.Path, "size=6m");
        var writer = new RatingWriter((await DataFolder.FillAsync(folder.Path, 1))[0], 2);
        var filler = Path.Combine(folder.Path, "filler");
        await using (var process = MatineeProcess.Serve(folder.Path))
        {
            using var client = await process.ClientAsync(writer.Viewer.Token);
            for (var i = 0; i < 50; i++) await writer.WriteOneAsync(client);
            Disk.Fill(filler);
            await WriteUntilRefusedAsync(writer, client);
            Assert.Contains(HttpStatusCode.ServiceUnavailable, writer.Refused.Keys);

            File.Delete(filler);
            for (var i = 0; i < 50; i++) Assert.NotEqual(HttpStatusCode.ServiceUnavailable, await writer.WriteOneAsync(client));
            writer.Check(await client.RatingsAsync());
        }

        await AfterwardsAsync(folder.Path, writer);
    }

    [Fact]
    public async Task Serve_FolderIsReadOnly_EndsWithAReason()
    {
        using var folder = new TemporaryFolder();
        using var disk = Disk.Mount(folder.Path, "size=6m");
        await DataFolder.FillAsync(folder.Path, 1);
        disk.MakeReadOnly();

        await using var process = MatineeProcess.Serve(folder.Path);
        await Assert.ThrowsAsync<InvalidOperationException>(process.ReadyAsync);

        await Patience.UntilAsync(() => Task.FromResult(process.HasExited && process.Errors.Length > 0), "it ends");
        Assert.Contains(folder.Path, process.Errors, StringComparison.Ordinal);
        Assert.Contains("--data", process.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serve_FolderIsInUse_SaysByWhom()
    {
        using var folder = new TemporaryFolder();
        await using var first = MatineeProcess.Serve(folder.Path);
        await first.ReadyAsync();

        await using var second = MatineeProcess.Serve(folder.Path);
        await Assert.ThrowsAsync<InvalidOperationException>(second.ReadyAsync);

        await Patience.UntilAsync(() => Task.FromResult(second.HasExited && second.Errors.Length > 0), "it ends");
        Assert.Contains($"is in use by process {first.Id}", second.Errors, StringComparison.Ordinal);
    }

    static async Task WriteUntilRefusedAsync(RatingWriter writer, HttpClient client)
    {
        for (var i = 0; writer.Refused.Count == 0; i++)
        {
            Assert.True(i < MostWrites, "It was never refused.");
            await writer.WriteOneAsync(client);
        }

        Assert.Equal(HttpStatusCode.ServiceUnavailable, writer.Refused.Keys.Single());
    }

    static async Task AfterwardsAsync(string folder, RatingWriter writer)
    {
        await using (var process = MatineeProcess.Serve(folder))
        {
            using var client = await process.ClientAsync(writer.Viewer.Token);
            var there = await client.RatingsAsync();
            writer.Check(there);
            await Patience.UntilAsync(async () =>
            {
                for (var film = 1; film <= DataFolder.Films; film++)
                {
                    if ((int)(await client.JsonAsync($"movies/{film}"))["votes"]! != (there.ContainsKey(film) ? 1 : 0)) return false;
                }

                return true;
            }, "the feed has caught up");
        }

        using var backend = await DataFolder.OpenAsync(folder);
        await Patience.UntilAsync(async () => await Recount.DifferenceAsync(backend.Stores, [writer.Viewer.UserId]) is null, "the counts agree");
    }

    /// <summary>A small disk in memory in a folder's place, where whoever runs the test may mount one.</summary>
    sealed class Disk(string folder) : IDisposable
    {
        public static Disk Mount(string folder, string options)
        {
            Assert.SkipUnless(OperatingSystem.IsLinux() && Run("mount", "-t", "tmpfs", "-o", options, "tmpfs", folder) == 0, "It takes the right to mount a small disk.");
            return new(folder);
        }

        public static void Fill(string file)
        {
            using var stream = new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
            var block = new byte[4096];
            try
            {
                while (true) stream.Write(block);
            }
            catch (IOException)
            {
                // Full.
            }
        }

        public void MakeReadOnly() => Assert.Equal(0, Run("mount", "-o", "remount,ro", folder));

        public void Dispose() => Run("umount", "-l", folder);

        static int Run(string program, params string[] arguments)
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode;
        }
    }
}
