namespace Matinee.Core.Profiles;

/// <summary>A viewer, and their mark where it has been read already.</summary>
/// <param name="UserId">Who.</param>
/// <param name="Mark">The mark, empty where there is none; null where it is still to be read.</param>
public sealed record MarkedViewer(string UserId, string? Mark = null);
