using Matinee.Core.Ratings;
using Matinee.Core.Training;

namespace Matinee.Core.Import;

/// <summary>All that an import brings, films already numbered.</summary>
/// <param name="Source">Where it comes from.</param>
/// <param name="Films">The films that are there and those that it brings.</param>
/// <param name="Ratings">All its ratings, read anew each time they are walked.</param>
public sealed record ImportedSet(ImportSource Source, FilmCatalogue Films, IEnumerable<RatingUpdate> Ratings)
{
    /// <summary>Of whom something is known besides the ratings; asked for when the ratings have been read.</summary>
    public Func<IReadOnlyCollection<ImportedPerson>> People { get; init; } = static () => [];

    /// <summary>Those of its ratings that have a text: some for a film at most, as each is a document.</summary>
    public IReadOnlyCollection<ViewerRating> Reviews { get; init; } = [];
}
