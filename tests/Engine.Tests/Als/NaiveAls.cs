using Matinee.Engine.Als;
using Matinee.Engine.Ratings;
using Matinee.Engine.Tests.Numerics;

namespace Matinee.Engine.Tests.Als;

/// <summary>The loss that <see cref="AlsOptions"/> states and its exact solution by turns, over full matrices in double.</summary>
sealed class NaiveAls
{
    readonly AlsOptions _options;
    readonly double[,] _weights; // 0 where not rated
    readonly double[] _ofUsers;
    readonly int _users;
    readonly int _items;

    public NaiveAls(Interactions ratings, AlsOptions options)
    {
        (_options, _users, _items) = (options, ratings.Users.Count, ratings.Items.Count);
        _weights = new double[_users, _items];
        foreach (var rating in ratings.All())
        {
            _weights[ratings.Users.IndexOf(rating.User), ratings.Items.IndexOf(rating.Item)] =
                1 - options.StarsInfluence * (5 - rating.Stars) / 4.5;
        }

        _ofUsers = [.. Enumerable.Range(0, _users).Select(user =>
            Math.Pow(ratings.OfUser(user).Count / ((double)ratings.Count / _users), -options.ActivityDamping))];
        var (meanOfUser, meanOfItem) = ((double)ratings.Count / _users, (double)ratings.Count / _items);
        var lambda = options.Regularization * (Math.Sqrt(meanOfUser) + Math.Sqrt(meanOfItem))
            / Math.Sqrt(Frequency(meanOfUser, _items) * Frequency(meanOfItem, _users));
        UserPenalty = [.. Enumerable.Range(0, _users).Select(user => lambda * Frequency(ratings.OfUser(user).Count, _items))];
        ItemPenalty = [.. Enumerable.Range(0, _items).Select(item => lambda * Frequency(ratings.OfItem(item).Count, _users))];
        ViewerPenalty = lambda * Frequency(meanOfUser, _items);
    }

    public double[] UserPenalty { get; }

    public double[] ItemPenalty { get; }

    public double ViewerPenalty { get; }

    public double[][] SolveUsers(double[][] items) =>
        [.. Enumerable.Range(0, _users).Select(user => Solve(items, _ => 1, item => _weights[user, item], UserPenalty[user]))];

    public double[][] SolveItems(double[][] users) =>
    [
        .. Enumerable.Range(0, _items)
            .Select(item => Solve(users, user => _ofUsers[user], user => _weights[user, item], ItemPenalty[item])),
    ];

    public double[] SolveViewer(double[][] items, IReadOnlyDictionary<int, double> weights) =>
        Solve(items, _ => 1, item => weights.GetValueOrDefault(item), ViewerPenalty);

    public double Loss(double[][] users, double[][] items)
    {
        var loss = 0.0;
        for (var user = 0; user < _users; user++)
        {
            loss += _ofUsers[user] * UserPenalty[user] * Dot(users[user], users[user]);
            for (var item = 0; item < _items; item++)
            {
                var prediction = Dot(users[user], items[item]);
                loss += _ofUsers[user] * _weights[user, item] * (1 - prediction) * (1 - prediction);
                loss += _ofUsers[user] * _options.UnobservedWeight * prediction * prediction;
            }
        }

        for (var item = 0; item < _items; item++) loss += ItemPenalty[item] * Dot(items[item], items[item]);
        return loss;
    }

    public static double[][] Rows(float[] values, int width) =>
        [.. values.Chunk(width).Select(row => Array.ConvertAll(row, value => (double)value))];

    public static double Dot(double[] x, double[] y) => x.Zip(y, (a, b) => a * b).Sum();

    double[] Solve(double[][] others, Func<int, double> ofOther, Func<int, double> weight, double penalty)
    {
        var k = others[0].Length;
        var (matrix, right) = (new double[k, k], new double[k]);
        for (var other = 0; other < others.Length; other++)
        {
            for (var r = 0; r < k; r++)
            {
                right[r] += ofOther(other) * weight(other) * others[other][r];
                for (var c = 0; c < k; c++)
                    matrix[r, c] += ofOther(other) * (weight(other) + _options.UnobservedWeight) * others[other][r] * others[other][c];
            }
        }

        for (var r = 0; r < k; r++) matrix[r, r] += penalty;
        return NaiveInverse.Solve(matrix, right);
    }

    double Frequency(double ratings, int others) => Math.Pow(ratings + _options.UnobservedWeight * others, _options.FrequencyExponent);
}
