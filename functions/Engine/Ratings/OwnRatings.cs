namespace Matinee.Engine.Ratings;

/// <summary>Brings a viewer's ratings into the one form that every fold-in starts from.</summary>
public static class OwnRatings
{
    /// <summary>
    /// The ratings of known films in ascending order of films, of several for one film the last in the span: whatever order
    /// they came in, sums over them come out the same to the last bit.
    /// </summary>
    /// <param name="ratings">The viewer's ratings, in any order.</param>
    /// <param name="items">How many films the model knows; indexes outside are left out.</param>
    /// <exception cref="InvalidRatingException">Stars off the scale, be the film known or not.</exception>
    public static OwnRating[] Known(ReadOnlySpan<OwnRating> ratings, int items)
    {
        var places = new ulong[ratings.Length];
        var known = 0;
        for (var i = 0; i < ratings.Length; i++)
        {
            if (!Stars.TryHalves(ratings[i].Stars, out _))
                throw new InvalidRatingException(i, $"{ratings[i].Stars} stars are not one of 0.5, 1, 1.5, ... 5.");
            // The position in the low half keeps several ratings of one film in the order they came in.
            if ((uint)ratings[i].Item < (uint)items) places[known++] = (ulong)(uint)ratings[i].Item << 32 | (uint)i;
        }

        places.AsSpan(0, known).Sort();
        var own = new List<OwnRating>(known);
        for (var i = 0; i < known; i++)
        {
            var rating = ratings[(int)(uint)places[i]];
            if (own.Count > 0 && own[^1].Item == rating.Item) own[^1] = rating;
            else own.Add(rating);
        }

        return [.. own];
    }
}
