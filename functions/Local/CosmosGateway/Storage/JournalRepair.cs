using Matinee.Core.Blobs;
using Matinee.Local.CosmosGateway.Journal;

namespace Matinee.Local.CosmosGateway.Storage;

/// <summary>Makes damaged journals usable again, at the price of the records that can't be read.</summary>
static class JournalRepair
{
    const string RepairingSuffix = Compaction.Suffix;
    const string DamagedSuffix = ".damaged";

    /// <summary>Repairs every journal of a folder that needs it and says what was done to each; whole ones stay untouched.</summary>
    /// <exception cref="GatewayException">The folder is in use, or not even a header can be read.</exception>
    public static IEnumerable<string> Run(string folder)
    {
        if (!Directory.Exists(folder)) throw new GatewayException($"There is no folder {folder}. Name the right one with --data.");
        using var held = FolderLock.Take(folder);
        foreach (var database in Manifest.Read(folder).Databases)
        {
            foreach (var container in database.Containers) yield return Repair(Path.Combine(folder, database.Folder, container.File));
        }
    }

    static string Repair(string path)
    {
        using var file = JournalFile.Open(path);
        using var target = JournalFile.Create(path + RepairingSuffix, JournalHeader.Read(file));
        var lost = JournalRecovery.Salvage(file, target);
        if (lost == 0)
        {
            File.Delete(target.Path);
            return $"{path} is whole.";
        }

        target.Flush();
        File.Move(path, path + DamagedSuffix, overwrite: true);
        target.MoveTo(path);
        DurableNames.Flush(Path.GetDirectoryName(path)!);
        return $"{path}: {lost} bytes could not be read and are lost; everything else was kept. The damaged file is {path + DamagedSuffix}.";
    }
}
