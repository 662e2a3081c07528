using Matinee.Core.Profiles;

namespace Matinee.Azure.Cosmos.Documents;

sealed record ShelfDocument(string Id, string UserId, ShelfKind Kind, int MovieId, long At)
{
    public static string IdOf(ShelfKind kind, int movieId) => $"{kind}:{MovieDocument.IdOf(movieId)}";

    public static ShelfDocument Of(ShelfEntry entry) =>
        new(IdOf(entry.Kind, entry.MovieId), entry.UserId, entry.Kind, entry.MovieId, entry.At.ToUnixTimeMilliseconds());

    public ShelfEntry ToEntry() => new(UserId, Kind, MovieId, DateTimeOffset.FromUnixTimeMilliseconds(At));
}
