using System.Globalization;

namespace Matinee.Local.CosmosGateway.Storage;

/// <summary>Keeps a second process (or a second gateway in this one) away from a folder. It ends with the process, however that ends.</summary>
sealed class FolderLock : IDisposable
{
    const string LockName = "gateway.lock";
    const string OwnerName = "gateway.pid";

    readonly FileStream _lock;
    readonly string _owner;

    FolderLock(FileStream held, string owner) => (_lock, _owner) = (held, owner);

    /// <exception cref="GatewayException">Somebody else has it; the message names them.</exception>
    public static FolderLock Take(string folder)
    {
        // The owner's name is in a file of its own: the locked one can't be read by others.
        var owner = Path.Combine(folder, OwnerName);
        FileStream held;
        try
        {
            held = new(Path.Combine(folder, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException error) when (IsHeld(error))
        {
            throw new GatewayException($"The data folder {folder} is in use by {Owner(owner)}. End it, or choose another folder.", error);
        }

        try
        {
            File.WriteAllText(owner, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
            return new(held, owner);
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        File.Delete(_owner);
        _lock.Dispose();
    }

    // A disk that is read-only, full or broken is another matter. Windows says 32 or 33, Linux 11, macOS 35.
    static bool IsHeld(IOException error) => (error.HResult & 0xFFFF) is var code && (OperatingSystem.IsWindows() ? code is 32 or 33 : code is 11 or 35);

    static string Owner(string path)
    {
        try
        {
            var id = File.ReadAllText(path).Trim();
            return id == Environment.ProcessId.ToString(CultureInfo.InvariantCulture) ? $"this process ({id})" : $"process {id}";
        }
        catch (IOException)
        {
            return "another process";
        }
    }
}
