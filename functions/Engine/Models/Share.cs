namespace Matinee.Engine.Models;

/// <summary>The part that one of the viewer's own ratings has in a score.</summary>
/// <param name="Item">The film that was rated.</param>
/// <param name="Part">Its summand of the score as it stands.</param>
/// <param name="Drop">
/// By how much the score falls when this rating is left out: exact, the fold-in without it included. Differs from
/// <paramref name="Part"/> where leaving it out also changes how the other ratings are weighed.
/// </param>
public readonly record struct Share(int Item, float Part, float Drop);
