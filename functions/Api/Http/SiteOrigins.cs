namespace Matinee.Api.Http;

/// <summary>
/// The site's addresses, where it is not served by the host that answers: its pages may use the viewer's cookie as pages of the host
/// itself may.
/// </summary>
/// <param name="origins">As browsers write them: scheme, host, and port where it is not the usual one.</param>
public sealed class SiteOrigins(IEnumerable<string> origins)
{
    readonly HashSet<string> _origins = new(origins, StringComparer.OrdinalIgnoreCase);

    /// <summary>Is it one of them?</summary>
    public bool Contains(string origin) => _origins.Contains(origin);
}
