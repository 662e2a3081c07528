using Matinee.Core.Profiles;

namespace Matinee.Core.Accounts;

/// <summary>Who makes a request.</summary>
/// <param name="Session">By which session.</param>
/// <param name="Mark">The viewer's mark as the request came in; null where nothing was ever marked.</param>
public sealed record Caller(Session Session, string? Mark)
{
    /// <summary>The viewer, as their mark was then.</summary>
    public MarkedViewer Viewer => new(Session.UserId, Mark ?? "");
}
