namespace Matinee.Core.Catalog;

/// <summary>Films that are like another by what is known of them: for films that no model knows, and while there is none.</summary>
public static class SimilarByFacts
{
    /// <summary>The ids of the most alike films, the most alike first, without the film itself; none where there is no such film.</summary>
    public static IReadOnlyList<int> Of(CatalogueView view, int movieId, int count)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var place = view.PlaceOf(movieId);
        return place < 0 ? [] : [.. view.Alike.Of(place, count).Select(alike => view.Movies[alike].Id)];
    }
}
