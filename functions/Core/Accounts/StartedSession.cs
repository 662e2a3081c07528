namespace Matinee.Core.Accounts;

/// <summary>A session that has just begun.</summary>
/// <param name="Token">What the device must show from now on; this is the only time that anyone sees it.</param>
/// <param name="Session">What is stored of it.</param>
public sealed record StartedSession(string Token, Session Session)
{
    /// <summary>Without the token, which must not get into logs.</summary>
    public override string ToString() => $"{nameof(StartedSession)} {{ Session = {Session} }}";
}
