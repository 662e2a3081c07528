namespace Matinee.Local.CosmosGateway.Journal;

/// <summary>Reads a journal when it is opened, and decides what a place that can't be read means.</summary>
static class JournalRecovery
{
    public delegate void EntryVisitor(in JournalEntry entry, long offset);

    /// <summary>Shows every entry of every whole record, cuts a torn tail off and says how long it was.</summary>
    /// <exception cref="GatewayException">What had been acknowledged is damaged; the file is left as it is.</exception>
    public static long Replay(JournalFile file, EntryVisitor visit)
    {
        var scan = new JournalScan(file, JournalLayout.HeaderLength, file.End);
        while (scan.MoveNext()) Visit(file, scan, visit);
        if (scan.Offset == file.End) return 0;

        var damage = scan.Offset;
        RefuseDamage(file, damage);
        var torn = file.End - damage;
        file.CutAt(damage);
        return torn;
    }

    /// <summary>Writes every record that can still be read into a new file; says how many bytes could not.</summary>
    public static long Salvage(JournalFile file, JournalFile target)
    {
        var scan = new JournalScan(file, JournalLayout.HeaderLength, file.End);
        var saved = (long)JournalLayout.HeaderLength;
        var record = new JournalRecord();
        while (scan.MoveNext() || scan.Seek(scan.Offset + 1))
        {
            // Written anew: the old record speaks of positions in the damaged file.
            record.Begin(target.End);
            Visit(file, scan, (in entry, _) => record.Add(entry));
            target.Append(record.Finish());
            saved += scan.Next - scan.Offset;
        }

        return file.End - saved;
    }

    // A whole record behind the damage that was written when the damaged place was already on disk proves that the
    // damage is not the tear of a power cut: something that had been acknowledged is gone, and dropping all behind it would
    // lose more. Without such a record nothing behind the damage was ever flushed apart from it.
    static void RefuseDamage(JournalFile file, long damage)
    {
        var scan = new JournalScan(file, damage, file.End);
        for (var found = scan.Seek(damage + 1); found; found = scan.MoveNext() || scan.Seek(scan.Offset + 1))
        {
            if (scan.Durable <= damage) continue;
            throw new GatewayException(
                $"{file.Path} is damaged at offset {damage}, and whole records follow from offset {scan.Offset}: this is not a torn tail. "
                + "Restore the file from a backup, or run `matinee cosmos repair`, which keeps every record that can be read and puts the damaged file aside.");
        }
    }

    static void Visit(JournalFile file, in JournalScan scan, EntryVisitor visit)
    {
        var rest = scan.Entries;
        for (var at = scan.EntriesAt; !rest.IsEmpty;)
        {
            if (!JournalEntry.TryRead(rest, out var entry))
                throw new GatewayException($"{file.Path} has a record at offset {scan.Offset} that this program can't read. Use the program that wrote it.");
            visit(entry, at);
            at += entry.Length;
            rest = rest[entry.Length..];
        }
    }
}
