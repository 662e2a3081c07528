namespace Matinee.Core.Profiles;

/// <summary>The one way to change what a viewer's mark stands for.</summary>
static class MarkedChange
{
    /// <summary>Makes a change and gives the viewer a new mark, before anybody is told that it is done.</summary>
    public static async Task<T> ChangeAsync<T>(this IViewerMarks marks, string userId, Func<Task<T>> change)
    {
        try
        {
            return await change().ConfigureAwait(false);
        }
        finally
        {
            // Whatever became of it, and even if nobody waits any more: it may have been written.
            await marks.TouchAsync(userId, CancellationToken.None).ConfigureAwait(false);
        }
    }
}
