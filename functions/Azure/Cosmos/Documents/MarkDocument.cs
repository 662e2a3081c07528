namespace Matinee.Azure.Cosmos.Documents;

/// <summary>The viewer's mark is the ETag of this; it lies beside the shelf, in the viewer's partition, and has no kind.</summary>
sealed record MarkDocument(string Id, string UserId)
{
    // No entry of a shelf is called so: theirs are "kind:movie".
    public const string MarkId = "mark";

    public static MarkDocument Of(string userId) => new(MarkId, userId);
}
