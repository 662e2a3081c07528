namespace Matinee.Engine.Ratings;

/// <summary>A set of ratings, immutable, readable by user and by item; 18 bytes a rating.</summary>
/// <remarks>Both orientations are columns (other end, stars in halves, time) behind one offset a row.</remarks>
public sealed class Interactions
{
    readonly RatingColumns _byUser;
    readonly RatingColumns _byItem;

    internal Interactions(IdMap users, IdMap items, RatingColumns byUser, RatingColumns byItem)
    {
        Users = users;
        Items = items;
        _byUser = byUser;
        _byItem = byItem;
        var sum = 0L;
        foreach (var halves in byUser.Halves.Span) sum += halves;
        MeanStars = Count == 0 ? Stars.Middle : (float)(sum * 0.5 / Count);
        foreach (var time in byUser.Times.Span) LatestTime = Math.Max(LatestTime, time);
    }

    /// <summary>The users that rated anything.</summary>
    public IdMap Users { get; }

    /// <summary>The items that anyone rated.</summary>
    public IdMap Items { get; }

    /// <summary>How many ratings there are.</summary>
    public int Count => _byUser.Count;

    /// <summary>The mean of all ratings; the middle of the scale when there are none.</summary>
    public float MeanStars { get; }

    /// <summary>The time of the latest rating, 0 when there are none: "now" for whatever decays.</summary>
    public uint LatestTime { get; }

    /// <summary>A user's ratings in ascending order of items.</summary>
    public RatingRow OfUser(int user) => _byUser.Row(user);

    /// <summary>An item's ratings in ascending order of users.</summary>
    public RatingRow OfItem(int item) => _byItem.Row(item);

    /// <summary>Every rating with its ids, by user, then by item.</summary>
    public IEnumerable<Rating> All()
    {
        for (var user = 0; user < Users.Count; user++)
        {
            var (start, end) = _byUser.Bounds(user);
            for (var i = start; i < end; i++)
            {
                yield return new(
                    Users[user],
                    Items[_byUser.Others.Span[i]],
                    Stars.FromHalves(_byUser.Halves.Span[i]),
                    _byUser.Times.Span[i]);
            }
        }
    }

    /// <summary>Builds the set; of several ratings of one user for one item the latest wins, the later row where times are equal.</summary>
    /// <exception cref="InvalidRatingException">A row can't be taken in; nothing is built.</exception>
    public static Interactions From(IEnumerable<Rating> ratings, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(ratings);
        var builder = new InteractionsBuilder();
        foreach (var rating in ratings) builder.Add(rating);
        return builder.Build(cancellation: cancellation);
    }
}
