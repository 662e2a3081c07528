using Matinee.Core.Profiles;
using Microsoft.Extensions.Logging;

namespace Matinee.Core.Recommendations;

/// <summary>Makes a change to what a viewer's recommendations depend on, sees to their mark, and says what it did to their first page.</summary>
public sealed partial class FirstPageWatch(IFirstPage firstPage, IViewerMarks marks, ILogger<FirstPageWatch> log)
{
    /// <summary>Makes a change. It counts even where no page can be made before or after it: the difference is null then.</summary>
    public async Task<(T Result, FirstPageChange? Difference)> AroundAsync<T>(
        string userId, Func<Task<T>> change, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(change);
        var before = await PageAsync(userId, cancellation).ConfigureAwait(false);
        var result = await MarkedAsync(userId, change).ConfigureAwait(false);
        if (before is null) return (result, null);
        var after = await PageAsync(userId, cancellation).ConfigureAwait(false);
        return (result, after is null ? null : FirstPageChange.Between(before, after));
    }

    /// <summary>Makes a change without looking at the page.</summary>
    public Task<T> MarkedAsync<T>(string userId, Func<Task<T>> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return marks.ChangeAsync(userId, change);
    }

    async Task<FirstPage?> PageAsync(string userId, CancellationToken cancellation)
    {
        try
        {
            return await firstPage.OfAsync(userId, cancellation).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Whatever is wrong with recommending, a rating is a rating; the error is logged.
        catch (Exception error) when (error is not OperationCanceledException || !cancellation.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogFailure(error);
            return null;
        }
    }

    [LoggerMessage(LogLevel.Error, "The first page of a viewer could not be made; the change that was asked for is not concerned.")]
    partial void LogFailure(Exception error);
}
