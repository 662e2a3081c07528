using Matinee.Engine.Files;
using Matinee.Engine.Ratings;

namespace Matinee.Engine.Models;

/// <summary>
/// What training leaves behind: immutable, safe to share between threads. It holds films, not people: anyone, known to
/// the training or not, is folded in from their own ratings when they ask.
/// </summary>
public interface IModel
{
    /// <summary>What wrote this model and can read it; the name of its trainer.</summary>
    string Kind { get; }

    /// <summary>What its scores mean.</summary>
    Goal Goal { get; }

    /// <summary>The films it knows; all other members speak of films by their place in here.</summary>
    IdMap Items { get; }

    /// <summary>
    /// Makes a viewer of ratings, in any order. Ratings of films the model does not know (index -1 or past the end) teach nothing;
    /// of several for one film the last in the span counts. No ratings at all give a newcomer.
    /// </summary>
    IViewer FoldIn(ReadOnlySpan<OwnRating> ratings);

    /// <summary>
    /// The films most like one film, best first, without itself; fewer than asked for only when the model knows no more.
    /// An unknown film is like nothing, a model without a notion of likeness finds nothing alike, and a count of zero or less
    /// asks for nothing: an empty list.
    /// </summary>
    IReadOnlyList<Scored> Similar(int item, int count);

    /// <summary>Writes everything that <see cref="ModelReader"/> needs to make this model again.</summary>
    void Save(ModelFileWriter file);
}
