using System.Diagnostics;
using Matinee.Engine.Numerics;
using Matinee.Faults.Tests.Support;

namespace Matinee.Faults.Tests.Crashes;

/// <summary><c>kill -9</c> while viewers rate, again and again; MATINEE_FAULT_ROUNDS says how often.</summary>
public sealed class KillTests(ITestOutputHelper output)
{
    const int Viewers = 4;
    const int ShortestMilliseconds = 50;
    const int LongestMilliseconds = 1500;

    // On an idle machine it is about one; other tests may be at work.
    static readonly TimeSpan s_back = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Serve_KilledUnderWrites_LosesNothingAndCountsRight()
    {
        using var folder = new TemporaryFolder();
        var writers = (await DataFolder.FillAsync(folder.Path, Viewers)).Select((viewer, i) => new RatingWriter(viewer, (ulong)i)).ToList();
        var (random, backs) = (new SeededRandom(20), new List<TimeSpan>());
        for (var round = 0; round < Rounds.Kills; round++)
        {
            await using var process = MatineeProcess.Serve(folder.Path);
            var start = Stopwatch.GetTimestamp();
            using var stop = new CancellationTokenSource();
            var clients = new List<HttpClient>();
            foreach (var writer in writers) clients.Add(await process.ClientAsync(writer.Viewer.Token));
            foreach (var (writer, client) in writers.Zip(clients)) writer.Check(await client.RatingsAsync());
            backs.Add(Stopwatch.GetElapsedTime(start));

            var writing = writers.Zip(clients).Select(pair => pair.First.WriteAsync(pair.Second, stop.Token)).ToList();
            await Task.Delay(ShortestMilliseconds + random.Next(LongestMilliseconds - ShortestMilliseconds));
            process.Kill();
            await Task.WhenAll(writing).WaitAsync(Patience.Most);
            clients.ForEach(static client => client.Dispose());
        }

        await using (var last = MatineeProcess.Serve(folder.Path))
        {
            foreach (var writer in writers)
            {
                using var client = await last.ClientAsync(writer.Viewer.Token);
                writer.Check(await client.RatingsAsync());
            }

            // Nothing is written any more: what the feed has still to do, it does within seconds.
            using var anyone = await last.ClientAsync();
            var expected = new int[DataFolder.Films + 1];
            foreach (var writer in writers)
            {
                using var client = await last.ClientAsync(writer.Viewer.Token);
                foreach (var film in (await client.RatingsAsync()).Keys) expected[film]++;
            }

            await Patience.UntilAsync(async () =>
            {
                for (var film = 1; film <= DataFolder.Films; film++)
                {
                    if (await CountAsync(anyone, film) != expected[film]) return false;
                }

                return true;
            }, "the feed has caught up");
        }

        using (var backend = await DataFolder.OpenAsync(folder.Path)) await Recount.AgreesAsync(backend.Stores, writers.Select(static writer => writer.Viewer.UserId));
        output.WriteLine($"{Rounds.Kills} kills, {writers.Sum(static writer => writer.Acknowledged)} acknowledged writes; back in {backs.Average(static back => back.TotalSeconds):0.00} s on average, {backs.Max().TotalSeconds:0.00} s at most");
        Assert.True(writers.Sum(static writer => writer.Acknowledged) > Rounds.Kills, "Nothing was written, so nothing was tested.");
        Assert.All(backs, static back => Assert.True(back < s_back, $"It was back after {back.TotalSeconds:0.0} s."));
    }

    static async Task<int> CountAsync(HttpClient client, int film) => (int)(await client.JsonAsync($"movies/{film}"))["votes"]!;
}
