using Matinee.Local.CosmosGateway.Items;
using Matinee.Local.CosmosGateway.Journal;
using Matinee.Local.CosmosGateway.Protocol;

namespace Matinee.Local.CosmosGateway.Storage;

sealed partial class Container
{
    readonly JournalRecord _record = new();

    /// <summary>Does one operation.</summary>
    public ItemOutcome Execute(ItemOperation operation) => Execute([operation])[0];

    /// <summary>Does operations in order, all of them or, if one fails, none: the outcomes end with the failure.</summary>
    public IReadOnlyList<ItemOutcome> Execute(IReadOnlyList<ItemOperation> operations)
    {
        lock (_gate)
        {
            ThrowIfClosed();
            var now = Math.Max(Now(), _time);
            var draft = new Draft(Id, _definition.Path, _lsn, _number, now, key => FindLiving(key, now) is var slot and not Slot.None ? ReadSlot(slot) : null);
            var outcomes = new List<ItemOutcome>(operations.Count);
            foreach (var operation in operations)
            {
                var outcome = draft.Add(operation);
                outcomes.Add(outcome);
                if (outcome.IsError) return outcomes;
            }

            if (draft.Changes.Count > 0) Write(draft, now);
            return outcomes;
        }
    }

    StoredItem ReadSlot(int slot) => LocationOf(slot).Read();

    void Write(Draft draft, uint now)
    {
        _commit.ThrowIfBroken();
        _record.Begin(_commit.DurableTo);
        Span<int> places = stackalloc int[draft.Changes.Count];
        for (var i = 0; i < places.Length; i++) places[i] = _record.Add(EntryOf(draft.Changes[i].Key, draft.Changes[i].Item, _lsn + i + 1, now));
        var at = Append(_record.Finish());
        for (var i = 0; i < places.Length; i++)
        {
            var (key, item) = draft.Changes[i];
            Index(EntryOf(key, item, _lsn + 1, now), at + places[i]);
        }

        _number = draft.Number;
        _commit.Written(_lsn, _file.End);
        CompactIfWorthIt();
    }

    long Append(ReadOnlySpan<byte> record)
    {
        try
        {
            return _file.Append(record);
        }
        catch (IOException error)
        {
            throw new GatewayException($"{_file.Path} can't be written ({error.Message}). Nothing was changed; make room on the disk.", error);
        }
    }

    static JournalEntry EntryOf(ItemKey key, StoredItem? item, long lsn, uint now) => new()
    {
        Lsn = lsn,
        Number = item?.Number ?? 0,
        Time = now,
        Ttl = item?.Ttl ?? 0,
        Partition = key.Partition.Bytes,
        Id = key.IdBytes,
        Body = item is null ? default : item.Body.Span,
    };

    void ThrowIfClosed()
    {
        if (_isClosed) throw CosmosError.NoContainer($"The container '{_definition.Id}' has been deleted or is being closed.");
    }
}
