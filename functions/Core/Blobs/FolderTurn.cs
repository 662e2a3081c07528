using System.Diagnostics;

namespace Matinee.Core.Blobs;

/// <summary>Lets one writer at a time into a folder, whichever process it is in. A process that dies has had its turn.</summary>
static class FolderTurn
{
    const string LockName = ".lock";
    static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);
    static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(2);

    public static async Task<IDisposable> WaitAsync(string folder, CancellationToken cancellation)
    {
        DurableNames.Create(folder);
        var path = Path.Combine(folder, LockName);
        var since = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                // The system takes the lock away with the handle, however the process ends. The file stays: deleting it would
                // let two writers lock two files of one name.
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException error) when (error is not (DirectoryNotFoundException or PathTooLongException))
            {
                if (Stopwatch.GetElapsedTime(since) > s_patience)
                {
                    throw new IOException(
                        $"The folder {folder} has been locked by another process for {s_patience.TotalSeconds:0} seconds ({LockName}).", error);
                }
            }

            await Task.Delay(s_pause, cancellation);
        }
    }
}
