using Matinee.Engine.Ratings;

namespace Matinee.Engine.Als;

/// <summary>The regularization of each user and film; <see cref="AlsOptions.Regularization"/> says what it is measured by.</summary>
sealed class AlsPenalty
{
    readonly AlsOptions _options;
    readonly int _users;
    readonly int _items;
    readonly double _lambda;

    public AlsPenalty(Interactions ratings, AlsOptions options)
    {
        (_options, _users, _items) = (options, ratings.Users.Count, ratings.Items.Count);
        MeanOfUser = Mean(ratings.Count, _users);
        var meanOfItem = Mean(ratings.Count, _items);
        var noise = Math.Sqrt(MeanOfUser) + Math.Sqrt(meanOfItem);
        _lambda = options.Regularization * noise / Math.Sqrt(Frequency(MeanOfUser, _items) * Frequency(meanOfItem, _users));
    }

    /// <summary>How many ratings the average user has.</summary>
    public double MeanOfUser { get; }

    public float OfUser(double ratings) => (float)(_lambda * Frequency(ratings, _items));

    public float OfItem(double ratings) => (float)(_lambda * Frequency(ratings, _users));

    double Frequency(double ratings, int others) => Math.Pow(ratings + _options.UnobservedWeight * others, _options.FrequencyExponent);

    // Of an empty set one: any number will do that leaves the rest finite.
    static double Mean(int ratings, int rows) => ratings == 0 ? 1 : (double)ratings / rows;
}
