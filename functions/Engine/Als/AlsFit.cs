using Matinee.Engine.Ratings;
using Matinee.Engine.Training;

namespace Matinee.Engine.Als;

/// <summary>A factorization in the making: both sides, solved by turns.</summary>
sealed class AlsFit
{
    readonly TrainingRun _run;

    public AlsFit(Interactions ratings, AlsOptions options, TrainingRun run)
    {
        _run = run;
        Penalty = new(ratings, options);
        Users = new(ratings.Users.Count, ratings.OfUser, options);
        Items = new(ratings.Items.Count, ratings.OfItem, options);
        for (var user = 0; user < Users.Weights.Length; user++)
        {
            var count = ratings.OfUser(user).Count;
            Users.Regularization[user] = Penalty.OfUser(count);
            Users.Weights[user] = (float)Math.Pow(Math.Max(count, 1) / Penalty.MeanOfUser, -options.ActivityDamping);
        }

        for (var item = 0; item < Items.Weights.Length; item++) Items.Regularization[item] = Penalty.OfItem(ratings.OfItem(item).Count);
        Items.Start(run.Seed);
    }

    public AlsPenalty Penalty { get; }

    public AlsSide Users { get; }

    public AlsSide Items { get; }

    /// <summary>Solves the users, then the films.</summary>
    public void Epoch()
    {
        Users.Solve(Items, _run);
        Items.Solve(Users, _run);
    }
}
