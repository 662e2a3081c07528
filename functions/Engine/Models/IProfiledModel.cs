using Matinee.Engine.Facts;
using Matinee.Engine.Ratings;

namespace Matinee.Engine.Models;

/// <summary>A model that makes use of what people tell of themselves. Without it, it does as well as it can.</summary>
public interface IProfiledModel : IModel
{
    /// <summary>As <see cref="IModel.FoldIn"/>, which is this with <see cref="PersonFacts.Unknown"/>.</summary>
    IViewer FoldIn(ReadOnlySpan<OwnRating> ratings, PersonFacts person);
}
