using Matinee.Core.Problems;

namespace Matinee.Core.Stores;

/// <summary>Compares the marks that callers hand back with those of the store.</summary>
public static class ETags
{
    const char Quote = '"';

    /// <summary>Is it the same mark? Stores quote theirs; what comes back over HTTP may have lost its quotes.</summary>
    public static bool AreSame(string one, string other) => one.AsSpan().Trim(Quote).SequenceEqual(other.AsSpan().Trim(Quote));

    /// <summary>A mark without its quotes.</summary>
    public static string Bare(string etag)
    {
        ArgumentNullException.ThrowIfNull(etag);
        return etag.Trim(Quote);
    }

    /// <summary>What was to be changed is not what the caller has seen.</summary>
    public static ProblemException Stale(string what) =>
        new(ProblemCode.StaleEtag, $"{what} has been changed since it was read. Read it again, and repeat the change with its new ETag.");
}
