using Matinee.Engine.Facts;
using Matinee.Engine.Models;
using Matinee.Engine.Ratings;
using Matinee.Engine.Training;

namespace Matinee.Engine.Content;

/// <summary>
/// Compares films by what is known of them: genres, keywords, people, decade, language and synopsis, each term counting the more the
/// fewer films have it (TF-IDF). So it speaks of films that nobody has rated as well; ratings only say which films there are besides.
/// </summary>
/// <param name="facts">What is known; films of it that nobody rated are in the models too.</param>
/// <param name="options">How films are compared.</param>
public sealed class ContentTrainer(KnownFacts facts, ContentOptions? options = null) : ITrainer
{
    readonly KnownFacts _facts = facts ?? throw new ArgumentNullException(nameof(facts));
    readonly ContentOptions _options = options ?? new();

    /// <inheritdoc/>
    public string Name => ContentModel.Name;

    /// <inheritdoc/>
    public IModel Fit(Interactions ratings, TrainingRun run)
    {
        ArgumentNullException.ThrowIfNull(ratings);
        ArgumentNullException.ThrowIfNull(run);
        var items = IdMap.From(_facts.Films.Select(IdOf).Concat(ratings.Items.Ids.ToArray()));
        var films = Array.ConvertAll(items.Ids.ToArray(), id => _facts.OfFilm(id));
        var (vocabulary, vectors) = FilmVectors.Of(films, _options, run);
        return new ContentModel(
            items, vocabulary, vectors, new(_options.SeenWorth, _options.Shrinkage, _options.MeanShrinkage, ratings.MeanStars));
    }

    static int IdOf(FilmFacts film) =>
        film.Id is >= 0 and <= int.MaxValue
            ? (int)film.Id
            : throw new InvalidOperationException($"Film {film.Id} has facts, but ids of films are from 0 to {int.MaxValue}; give it another.");
}
