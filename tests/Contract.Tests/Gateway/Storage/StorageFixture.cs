using System.Text;
using System.Text.Json;
using Matinee.Local.CosmosGateway.Items;
using Matinee.Local.CosmosGateway.Journal;
using Matinee.Local.CosmosGateway.Storage;
using Container = Matinee.Local.CosmosGateway.Storage.Container;

namespace Matinee.Contract.Tests.Gateway.Storage;

/// <summary>One container without a protocol around it.</summary>
sealed class StorageFixture : IDisposable
{
    const string Path = "/pk";

    static readonly ResourceId s_id = new(1, 1);

    readonly TemporaryFolder _folder = new(inMemory: true);
    readonly StorageOptions _options;
    readonly ContainerDefinition _definition;

    public StorageFixture(long compactionFloor = long.MaxValue / 4, int? ttl = null, CommitMode commit = CommitMode.Durable)
    {
        _options = new(commit, compactionFloor, Clock);
        var text = $$"""{"id":"c","partitionKey":{"paths":["{{Path}}"]}{{(ttl is null ? "" : $",\"defaultTtl\":{ttl}")}}}""";
        _definition = ContainerDefinition.Parse(Encoding.UTF8.GetBytes(text));
        Container = Container.Create(Journal, s_id, _definition, _options, Log);
    }

    public TestClock Clock { get; } = new();

    public RecordingLog Log { get; } = new();

    public Container Container { get; private set; }

    public string Journal => System.IO.Path.Combine(_folder.Path, "c.journal");

    public void Reopen(Action? whileClosed = null)
    {
        Container.Dispose();
        whileClosed?.Invoke();
        Container = Open(Journal);
    }

    /// <summary>Opens a copy of the journal that holds these bytes.</summary>
    public Container OpenCopy(ReadOnlySpan<byte> bytes)
    {
        File.WriteAllBytes(Copy, bytes);
        return Open(Copy);
    }

    public string Copy => System.IO.Path.Combine(_folder.Path, "copy.journal");

    public void Dispose()
    {
        Container.Dispose();
        _folder.Dispose();
    }

    public static ItemBody Body(string pk, string id, object? value = null, int? ttl = null) =>
        ItemBody.Parse(
            Encoding.UTF8.GetBytes($$"""{"id":"{{id}}","pk":"{{pk}}","value":{{JsonSerializer.Serialize(value)}}{{(ttl is null ? "" : $",\"ttl\":{ttl}")}}}"""),
            PartitionKeyPath.Parse(Path)!);

    public static ItemKey Key(string pk, string id) => new(PartitionKey.FromText(pk), id);

    public static ItemOperation Put(string pk, string id, object? value = null, int? ttl = null) =>
        new(OperationKind.Upsert, Key(pk, id)) { Body = Body(pk, id, value, ttl) };

    public static ItemOperation Remove(string pk, string id) => new(OperationKind.Delete, Key(pk, id));

    /// <summary>Everything that can be seen of a container, as one text.</summary>
    public static string Picture(Container container)
    {
        var text = new StringBuilder($"lsn {container.Lsn}\n");
        foreach (var item in container.Scan(null)) text.Append($"{item.Number} {item.Lsn} {item.Time} {Encoding.UTF8.GetString(item.Body.Span)}\n");
        text.AppendJoin(' ', container.Changes(null, 0).Select(item => item.Lsn));
        return text.ToString();
    }

    Container Open(string path) => Container.Open(path, s_id, _definition, _options, Log);
}
