namespace Matinee.Core.Tests.Accounts;

/// <summary>Every write of the stores passes here before it is done, so that a test can break off, or do something else, between any two.</summary>
sealed class Steps
{
    Func<int, Task>? _before;
    int _done;

    /// <summary>What reads and writes there were.</summary>
    public List<string> Log { get; } = [];

    /// <summary>Calls a test before each of the following writes, with their numbers from 0; it isn't called while it runs.</summary>
    public void Watch(Func<int, Task> before) => (_before, _done) = (before, 0);

    /// <summary>Throws before one of the following writes.</summary>
    public void CrashBefore(int step) => Watch(at => at == step ? throw new CrashException() : Task.CompletedTask);

    public void Calm() => _before = null;

    public void Read(string what) => Log.Add("read " + what);

    public async Task WriteAsync(string what)
    {
        Log.Add("write " + what);
        if (_before is not { } before) return;
        _before = null;
        try
        {
            await before(_done++);
        }
        finally
        {
            // Unless the test has asked for something else meanwhile.
            _before ??= before;
        }
    }
}

sealed class CrashException() : Exception("The process ends here.");
