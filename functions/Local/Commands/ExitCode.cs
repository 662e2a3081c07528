namespace Matinee.Local.Commands;

/// <summary>What commands tell scripts.</summary>
static class ExitCode
{
    public const int Done = 0;

    /// <summary>It did not work out.</summary>
    public const int Failed = 1;

    /// <summary>What the operator gave can't be worked with: an argument, a folder, an account, a store that somebody else has open.</summary>
    public const int Wrong = 2;

    /// <summary>It was asked to stop.</summary>
    public const int Interrupted = 130;
}
