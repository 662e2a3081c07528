using Matinee.Local.CosmosGateway.Protocol;

namespace Matinee.Local.CosmosGateway.Items;

/// <summary>The conditions that If-Match and If-None-Match put on a write.</summary>
static class Precondition
{
    public const string Any = "*";

    /// <summary>Throws 412 where the current ETag (null: there is no item) does not satisfy an operation.</summary>
    public static void Check(ItemOperation operation, string? current)
    {
        if (operation.IfMatch is { } expected && current is not null && !Matches(expected, current))
            throw CosmosError.Precondition($"The item '{operation.Key.Id}' has changed: its ETag is {current}, not {expected}. Read it again.");
        if (operation.IfNoneMatch is { } unwanted && current is not null && Matches(unwanted, current))
            throw CosmosError.Precondition($"The item '{operation.Key.Id}' exists with the ETag {current}, which If-None-Match excludes.");
    }

    /// <summary>Does a header name this ETag? Some clients leave out the quotes.</summary>
    public static bool Matches(string header, string etag) =>
        header == Any || header == etag || header.AsSpan().Equals(etag.AsSpan(1, etag.Length - 2), StringComparison.Ordinal);
}
