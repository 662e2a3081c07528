using Matinee.Engine.Models;
using Matinee.Engine.Numerics;
using Matinee.Engine.Ratings;
using Matinee.Engine.Training;

namespace Matinee.Engine.Evaluation;

/// <summary>How far a model's stars are from those that were given.</summary>
public static class StarEvaluation
{
    const string Stage = "Evaluating stars";

    /// <summary>
    /// Asks for every test rating; a film or user unknown to the model counts with the model's neutral answer. Predictions
    /// off the scale are brought onto it, as anywhere they are shown.
    /// </summary>
    /// <exception cref="ArgumentException">The scores of the model are not stars, or there is nothing to test.</exception>
    public static EvaluationResult Run(IModel model, Split split, StarEvaluationOptions options, TrainingRun run)
    {
        ArgumentNullException.ThrowIfNull(options);
        var asked = new Asked(model, split, options.Facts);
        ArgumentNullException.ThrowIfNull(run);
        if (model.Goal != Goal.Stars)
            throw new ArgumentException($"The scores of '{model.Kind}' only order films; evaluate its lists.", nameof(model));

        var head = Head.OfTest(split, options.Segments.HeadShare);
        var test = split.Test;
        var (popular, tail) = (new Errors(test.Users.Count), new Errors(test.Users.Count));
        Rows.ForEach(test.Users.Count, run, () => 0, (user, _) =>
        {
            var viewer = asked.FoldIn(user);
            var row = test.OfUser(user);
            var items = new int[row.Count];
            var scores = new float[row.Count];
            for (var i = 0; i < row.Count; i++) items[i] = asked.ItemOfTest[row.Others[i]];
            viewer.Score(items, scores);
            for (var i = 0; i < row.Count; i++)
            {
                if (float.IsNaN(scores[i])) throw asked.NotANumber(items[i], scores[i]);
                (head[row.Others[i]] ? popular : tail).Add(user, Stars.Clamp(scores[i]) - row.StarsAt(i));
            }

            asked.Report(Stage, run);
        });

        var users = SegmentColumns.Users(test.Users.Count, _ => true, user => options.Segments.OfUser(asked.RatingsOf(user)));
        var fingerprint = options.Segments.AddTo(split.Fingerprint);
        var columns = Errors.Sum(popular, tail).Columns(users)
            .Concat(popular.Columns(Segment.PopularItems)).Concat(tail.Columns(Segment.LongTailItems));
        return EvaluationResult.Of(model.Kind, test.Users, fingerprint, columns, [], options.Bootstrap, run);
    }

    sealed class Errors(int users)
    {
        readonly double[] _squares = new double[users];
        readonly double[] _sizes = new double[users];
        readonly double[] _counts = new double[users];

        public void Add(int user, double error)
        {
            _squares[user] += error * error;
            _sizes[user] += Math.Abs(error);
            _counts[user]++;
        }

        public IEnumerable<Column> Columns(IReadOnlyDictionary<Segment, int[]> users) =>
            SegmentColumns.OfUsers(Metric.Rmse, users, _squares, _counts)
                .Concat(SegmentColumns.OfUsers(Metric.Mae, users, _sizes, _counts));

        public IEnumerable<Column> Columns(Segment segment) =>
            Columns(new Dictionary<Segment, int[]> { [segment] = [.. Enumerable.Range(0, users).Where(user => _counts[user] > 0)] });

        public static Errors Sum(Errors left, Errors right)
        {
            var sum = new Errors(left._counts.Length);
            for (var user = 0; user < left._counts.Length; user++)
            {
                sum._squares[user] = left._squares[user] + right._squares[user];
                sum._sizes[user] = left._sizes[user] + right._sizes[user];
                sum._counts[user] = left._counts[user] + right._counts[user];
            }

            return sum;
        }
    }
}
