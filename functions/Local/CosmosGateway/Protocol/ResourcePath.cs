namespace Matinee.Local.CosmosGateway.Protocol;

/// <summary>What a request is about: <c>dbs/{name}/colls/{name}/docs/{id}</c> or a part of it.</summary>
sealed class ResourcePath
{
    readonly string[] _segments;

    ResourcePath(string[] segments) => _segments = segments;

    public int Length => _segments.Length;

    /// <summary>The segment at a place; empty behind the end.</summary>
    public string this[int place] => place < _segments.Length ? _segments[place] : "";

    /// <summary>It is about one item.</summary>
    public bool IsItem => _segments is ["dbs", _, "colls", _, "docs", _];

    /// <summary>Reads a request's target as it came: ids may have : = . % and +, so each segment is decoded for itself.</summary>
    public static ResourcePath Parse(string target)
    {
        // A path alone would pass for the address of a file.
        if (!target.StartsWith('/') && Uri.TryCreate(target, UriKind.Absolute, out var absolute) && absolute.Scheme.StartsWith("http", StringComparison.Ordinal)) target = absolute.AbsolutePath;
        var end = target.IndexOfAny(['?', '#']);
        var path = end < 0 ? target : target[..end];
        return new([.. path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString)]);
    }

    /// <summary>What a signature is made of: the type of the resource, and its link or that of its parent.</summary>
    public (string Type, string Link) Signed =>
        Length == 0 ? ("", "")
        : Length % 2 == 0 ? (_segments[^2], string.Join('/', _segments))
        : (_segments[^1], string.Join('/', _segments[..^1]));

    public override string ToString() => "/" + string.Join('/', _segments);
}
