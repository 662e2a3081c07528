using Matinee.Engine.Numerics;
using Matinee.Faults.Tests.Support;

namespace Matinee.Faults.Tests.Crashes;

/// <summary>
/// <c>kill -9</c> while viewers rate, two times of three while models are retrained as well, again and again; MATINEE_FAULT_ROUNDS says how often
/// (<c>tests/run kills</c>: 50 times, on a folder of the size of the bundled one). Every fourth round ends in order, to compare with.
/// </summary>
public sealed class KillTests(ITestOutputHelper output) : IDisposable
{
    const int Viewers = 4;
    const int ShortestMilliseconds = 50;
    const int LongestMilliseconds = 1500;
    const int Cycle = 4;
    const int Orderly = 3;

    // A journal that is replayed, and a catalogue that was not saved, may cost something. Seconds depend on what else the machine does, this does not.
    const double MostTimesAnOrderlyStart = 2;

    readonly List<Start> _starts = [];
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Serve_KilledUnderWritesAndRetraining_LosesNothingCountsRightAndIsSoonBack()
    {
        var writers = (await DataFolder.FillAsync(_folder.Path, Viewers)).Select((viewer, i) => new RatingWriter(viewer, (ulong)i)).ToList();
        var folder = new TrainedFolder(_folder.Path);
        await folder.FillAsync(Rounds.CommunityPeople, Rounds.CommunityFilms);
        var (random, kills, retrainings, isAfterKill) = (new SeededRandom(20), 0, 0, false);
        for (var round = 1; kills < Rounds.Kills; round++)
        {
            var (process, start) = await Start.MeasureAsync(folder.Serve, isAfterKill, writers[0].Viewer);
            await using var running = process;
            _starts.Add(start);
            var isRetraining = round % 2 == 0;
            if (isRetraining) await folder.BeginAsync(process);
            isAfterKill = round % Cycle != Orderly;
            var longest = isRetraining ? Math.Max(LongestMilliseconds, (int)folder.Training.TotalMilliseconds) : LongestMilliseconds;
            await WriteUntilAsync(process, writers, ShortestMilliseconds + random.Next(longest - ShortestMilliseconds), isAfterKill);
            if (isAfterKill) kills++;
            if (isRetraining) retrainings++;
            output.WriteLine($"round {round}, {start}{(isRetraining ? ", then retraining" : "")}");
        }

        await SeeTheEndAsync(folder, writers);
        var (after, ended) = (_starts.Where(static one => one.IsAfterKill).ToList(), _starts.Where(static one => !one.IsAfterKill).ToList());
        output.WriteLine($"{kills} kills, {retrainings} of them while retraining ({folder.Training.TotalSeconds:0.0} s uncut); {writers.Sum(static writer => writer.Acknowledged)} acknowledged writes, {await folder.ReadAllAsync()} models");
        output.WriteLine($"start to ready after a kill: {Start.Text(after.Select(static one => one.Ready))}; first personal list: {Start.Text(after.Select(static one => one.Served))}");
        output.WriteLine($"work until ready: {Start.Text(after.Select(static one => one.Work))} after a kill, {Start.Text(ended.Select(static one => one.Work))} after an orderly end");
        output.WriteLine($"start to ready after an orderly end: {Start.Text(ended.Select(static one => one.Ready))}; first personal list: {Start.Text(ended.Select(static one => one.Served))}");
        Assert.True(writers.Sum(static writer => writer.Acknowledged) > Rounds.Kills, "Nothing was written, so nothing was tested.");
        Assert.True(retrainings > 0, "No retraining was cut.");
        var ratio = Start.Median(after.Select(static one => one.Work)) / Start.Median(ended.Select(static one => one.Work));
        Assert.True(ratio < MostTimesAnOrderlyStart, $"A start after a kill takes {ratio:0.0} times the work of one after an orderly end.");
    }

    static async Task WriteUntilAsync(MatineeProcess process, IReadOnlyList<RatingWriter> writers, int milliseconds, bool isKilled)
    {
        using var stop = new CancellationTokenSource();
        var clients = new List<HttpClient>();
        foreach (var writer in writers) clients.Add(await process.ClientAsync(writer.Viewer.Token));
        foreach (var (writer, client) in writers.Zip(clients)) writer.Check(await client.RatingsAsync());

        var writing = writers.Zip(clients).Select(pair => pair.First.WriteAsync(pair.Second, stop.Token)).ToList();
        await Task.Delay(milliseconds);
        if (isKilled)
        {
            process.Kill();
        }
        else
        {
            await stop.CancelAsync();
            process.Terminate();
            var (code, errors) = await process.EndAsync();
            Assert.True(code == 0, $"{code}: {errors}");
        }

        await Task.WhenAll(writing).WaitAsync(Patience.Most);
        clients.ForEach(static client => client.Dispose());
    }

    /// <summary>All is there, the counts come to agree with it over HTTP, a retraining goes through, and a recount in the store agrees as well.</summary>
    async Task SeeTheEndAsync(TrainedFolder folder, IReadOnlyList<RatingWriter> writers)
    {
        await using (var last = folder.Serve())
        {
            // Nothing is written any more: what the feed has still to do, it does within seconds.
            using var anyone = await last.ClientAsync();
            var expected = new int[DataFolder.Films + 1];
            foreach (var writer in writers)
            {
                using var client = await last.ClientAsync(writer.Viewer.Token);
                var there = await client.RatingsAsync();
                writer.Check(there);
                foreach (var film in there.Keys) expected[film]++;
            }

            await Patience.UntilAsync(async () =>
            {
                for (var film = 1; film <= DataFolder.Films; film++)
                {
                    if ((int)(await anyone.JsonAsync($"movies/{film}"))["votes"]! != expected[film]) return false;
                }

                return true;
            }, "the feed has caught up");
            await folder.TrainAsync(last);
        }

        using var backend = await DataFolder.OpenAsync(_folder.Path);
        await Recount.AgreesAsync(backend.Stores, writers.Select(static writer => writer.Viewer.UserId));
    }
}
