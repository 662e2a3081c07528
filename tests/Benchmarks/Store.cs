using System.Diagnostics;
using System.Globalization;
using System.Text;
using Matinee.Local.CosmosGateway;
using Matinee.Local.CosmosGateway.Journal;
using Microsoft.Azure.Cosmos;

namespace Matinee.Benchmarks;

/// <summary>
/// What the embedded store does through the Cosmos SDK, in process: writes, reads, queries and changes a second, how long a start takes
/// and what an item costs in memory, at growing numbers of items. Nothing may get slower with the number but the start.
/// </summary>
static class Store
{
    const int RatingsOfUser = 100;
    const int Writers = 32;
    const int Readers = 4;
    const int Writes = 4000;
    const int Reads = 8000;
    const int Queries = 4000;
    const int Changes = 100_000;

    static readonly int[] s_sizes = [1_000, 100_000, 1_000_000];

    public static IReadOnlyList<Option> Options { get; } =
    [
        new("sizes", $"numbers of items; {string.Join(",", s_sizes)} by default"),
        new("folder", "where to keep them meanwhile; the temporary folder by default, which may not be a disk"),
    ];

    public static void Run(Arguments arguments)
    {
        Machine.Print();
        Console.WriteLine($"ratings of some 80 bytes, {RatingsOfUser} a user; writes are acknowledged from the disk, {Writers} at a time; {Readers} readers at a time");
        var table = new Table("items", "fill/s", "start s", "bytes/item in memory", "upserts/s", "point reads/s", "queries/s", "changes/s");
        var result = new ResultLine();
        foreach (var size in arguments.Numbers("sizes", s_sizes, RatingsOfUser, 100_000_000))
        {
            var parent = arguments.Text("folder") ?? Path.GetTempPath();
            var folder = Path.Combine(parent, $"matinee-store-{Guid.NewGuid():N}");
            try
            {
                Measure(folder, size, table, result).GetAwaiter().GetResult();
            }
            finally
            {
                if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
            }
        }

        table.Print();
        result.Print();
    }

    static async Task Measure(string folder, int size, Table table, ResultLine result)
    {
        var fill = await FillAsync(folder, size);

        // What the filling left behind is gone only after its finalizers.
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var watch = Stopwatch.StartNew();
        using var gateway = Gateway.Open(new() { Folder = folder });
        var start = watch.Elapsed.TotalSeconds;
        var bytes = (GC.GetTotalMemory(forceFullCollection: true) - before) / (double)size;
        using var client = Client(gateway, bulk: false);
        var container = client.GetContainer("bench", "ratings");

        var users = size / RatingsOfUser;
        var random = new Random(1);
        var upserts = await RateAsync(Writes, Writers, _ => Upsert(container, random, users));
        var reads = await RateAsync(Reads, Readers, _ => Expect(
            container.ReadItemStreamAsync(Number(random, RatingsOfUser), new PartitionKey(Number(random, users)))));
        var queries = await RateAsync(Queries, Readers, _ => QueryAsync(container, Number(random, users)));
        var changes = await ChangesAsync(container, Math.Min(size, Changes));

        table.Add(
            size.ToString("N0"), $"{fill:N0}", $"{start:F2}", $"{bytes:N0}", $"{upserts:N0}", $"{reads:N0}", $"{queries:N0}", $"{changes:N0}");
        result.With($"{size}.start_s", start).With($"{size}.bytes", bytes).With($"{size}.upserts", upserts)
            .With($"{size}.reads", reads).With($"{size}.queries", queries).With($"{size}.changes", changes);
    }

    static async Task<double> FillAsync(string folder, int size)
    {
        using var gateway = Gateway.Open(new() { Folder = folder, Commit = CommitMode.Import });
        using var client = Client(gateway, bulk: true);
        Database database = await client.CreateDatabaseIfNotExistsAsync("bench");
        Container container = await database.CreateContainerIfNotExistsAsync("ratings", "/userId");
        var watch = Stopwatch.StartNew();
        foreach (var chunk in Enumerable.Range(0, size).Chunk(10_000))
        {
            await Task.WhenAll(chunk.Select(i => PutAsync(container, i / RatingsOfUser, i % RatingsOfUser)));
        }

        return size / watch.Elapsed.TotalSeconds;
    }

    static Task Upsert(Container container, Random random, int users)
    {
        lock (random) return PutAsync(container, random.Next(users), random.Next(RatingsOfUser));
    }

    static async Task PutAsync(Container container, int user, int movie)
    {
        var text = $$"""{"id":"{{movie}}","userId":"{{user}}","stars":{{1 + movie % 9}},"time":{{1_700_000_000 + movie}},"version":1}""";
        using var body = new MemoryStream(Encoding.UTF8.GetBytes(text));
        await Expect(container.UpsertItemStreamAsync(body, new PartitionKey(user.ToString(CultureInfo.InvariantCulture))));
    }

    static async Task QueryAsync(Container container, string user)
    {
        var query = new QueryDefinition("SELECT c.id, c.stars FROM c WHERE c.stars >= @stars").WithParameter("@stars", 5);
        using var pages = container.GetItemQueryStreamIterator(query, requestOptions: new() { PartitionKey = new PartitionKey(user) });
        while (pages.HasMoreResults) await Expect(pages.ReadNextAsync());
    }

    static async Task<double> ChangesAsync(Container container, int wanted)
    {
        using var feed = container.GetChangeFeedIterator<object>(
            ChangeFeedStartFrom.Beginning(), ChangeFeedMode.Incremental, new() { PageSizeHint = 1000 });
        var seen = 0;
        var watch = Stopwatch.StartNew();
        while (seen < wanted)
        {
            var page = await feed.ReadNextAsync();
            seen += page.Count;
            if (page.Count == 0) throw new InvalidOperationException($"The feed ended after {seen} of {wanted} changes.");
        }

        return seen / watch.Elapsed.TotalSeconds;
    }

    static async Task<double> RateAsync(int count, int atOnce, Func<int, Task> operation)
    {
        for (var i = 0; i < count / 10; i++) await operation(i); // the compiler's share
        var next = 0;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, atOnce).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Increment(ref next) <= count) await operation(next);
        })));
        return count / watch.Elapsed.TotalSeconds;
    }

    static async Task Expect(Task<ResponseMessage> answer)
    {
        using var response = await answer;
        response.EnsureSuccessStatusCode();
    }

    static string Number(Random random, int bound)
    {
        lock (random) return random.Next(bound).ToString(CultureInfo.InvariantCulture);
    }

    static CosmosClient Client(Gateway gateway, bool bulk)
    {
        var handler = gateway.CreateHandler();
        return new(Gateway.InProcessEndpoint, Local.CosmosGateway.Hosting.MasterKey.Emulator, new CosmosClientOptions
        {
            ConnectionMode = ConnectionMode.Gateway,
            LimitToEndpoint = true,
            AllowBulkExecution = bulk,
            EnableContentResponseOnWrite = false,
            HttpClientFactory = () => new HttpClient(handler, disposeHandler: false),
        });
    }
}
