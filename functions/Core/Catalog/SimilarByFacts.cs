using Matinee.Core.Recommendations;

namespace Matinee.Core.Catalog;

/// <summary>Films that are like another by what is known of them: for films that no model knows, and while there is none.</summary>
public sealed class SimilarByFacts(Catalogue catalogue) : ISimilarMovies
{
    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<int>> ForAsync(int movieId, int count, CancellationToken cancellation = default) =>
        Of(await catalogue.ViewAsync(cancellation).ConfigureAwait(false), movieId, count);

    /// <summary>The same of a view that is at hand.</summary>
    public static IReadOnlyList<int> Of(CatalogueView view, int movieId, int count)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var place = view.PlaceOf(movieId);
        return place < 0 ? [] : [.. view.Alike.Of(place, count).Select(alike => view.Movies[alike].Id)];
    }
}
