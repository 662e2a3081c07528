namespace Matinee.Core.Recommendations;

/// <summary>Tells signed-in viewers which kind of viewer they are.</summary>
public sealed class MyPortrait(Spectators spectators)
{
    /// <summary>The portrait of who has agreed to that; and a name for the state that it is told by.</summary>
    public async Task<(string Tag, ViewerPortrait? Portrait)> FindAsync(string userId, CancellationToken cancellation = default)
    {
        var arrival = await spectators.ArriveAsync(new(userId), cancellation).ConfigureAwait(false);
        var spectator = await spectators.SeatAsync(arrival, cancellation).ConfigureAwait(false);
        return (arrival.TagOf("portrait"), spectator.Portrait);
    }
}
