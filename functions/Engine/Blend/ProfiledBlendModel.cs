using Matinee.Engine.Facts;
using Matinee.Engine.Models;
using Matinee.Engine.Ratings;

namespace Matinee.Engine.Blend;

/// <summary>A blend of which some member makes use of what people tell of themselves.</summary>
public sealed class ProfiledBlendModel : BlendModel, IProfiledModel
{
    internal ProfiledBlendModel(IdMap items, IModel[] members, float[] weights, BlendSpread spread)
        : base(items, members, weights, spread)
    {
    }

    /// <inheritdoc/>
    public IViewer FoldIn(ReadOnlySpan<OwnRating> ratings, PersonFacts person)
    {
        ArgumentNullException.ThrowIfNull(person);
        return View(ratings, person);
    }
}
