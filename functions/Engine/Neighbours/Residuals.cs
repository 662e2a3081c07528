using Matinee.Engine.Baseline;
using Matinee.Engine.Numerics;
using Matinee.Engine.Ratings;
using Matinee.Engine.Training;

namespace Matinee.Engine.Neighbours;

/// <summary>What ratings say beyond the baseline: by how many stars each is above or below what it expects.</summary>
sealed class Residuals
{
    readonly BaselineModel _baseline;
    readonly float[] _userBiases;

    Residuals(BaselineModel baseline, float[] userBiases, SparseRows byUser) =>
        (_baseline, _userBiases, ByUser) = (baseline, userBiases, byUser);

    /// <summary>A row a user, in ascending order of items.</summary>
    public SparseRows ByUser { get; }

    /// <summary>The residual of one rating.</summary>
    public float Of(int user, int item, float stars) => stars - _baseline.Expect(item) - _userBiases[user];

    public static Residuals Of(Interactions ratings, BaselineModel baseline, TrainingRun run)
    {
        var offsets = new int[ratings.Users.Count + 1];
        for (var user = 0; user < ratings.Users.Count; user++) offsets[user + 1] = offsets[user] + ratings.OfUser(user).Count;
        var (columns, values, biases) = (new int[ratings.Count], new float[ratings.Count], new float[ratings.Users.Count]);
        var residuals = new Residuals(baseline, biases, new(offsets, columns, values));
        Rows.ForEach(biases.Length, run, () => 0, (user, _) =>
        {
            var row = ratings.OfUser(user);
            biases[user] = baseline.UserBias(row.ToOwn());
            row.Others.CopyTo(columns.AsSpan(offsets[user]));
            for (var i = 0; i < row.Count; i++) values[offsets[user] + i] = residuals.Of(user, row.Others[i], row.StarsAt(i));
        });
        return residuals;
    }
}
