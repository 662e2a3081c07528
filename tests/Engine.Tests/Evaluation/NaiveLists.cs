using Matinee.Engine.Evaluation;
using Matinee.Engine.Ratings;

namespace Matinee.Engine.Tests.Evaluation;

/// <summary>The list metrics once more, by sorting and set arithmetic over ids, one user at a time.</summary>
sealed class NaiveLists(RuleModel model, Split split, int k, float relevantFrom)
{
    readonly Rating[] _training = [.. split.Training.All()];
    readonly Rating[] _test = [.. split.Test.All()];

    public IEnumerable<int> Users => _test.Where(rating => rating.Stars >= relevantFrom).Select(rating => rating.User).Distinct().Order();

    public int[] List(int user)
    {
        var own = _training.Where(rating => rating.User == user).ToList();
        var viewer = model.FoldIn([.. own.Select(rating => new OwnRating(model.Items.IndexOf(rating.Item), rating.Stars, (uint)rating.Time))]);
        return [.. model.Items.Ids.ToArray()
            .Where(film => own.TrueForAll(rating => rating.Item != film))
            .OrderByDescending(film => viewer.Score(model.Items.IndexOf(film)))
            .ThenBy(film => film)
            .Take(k)];
    }

    public double Ndcg(int user, Func<int, bool> counts)
    {
        var relevant = Relevant(user, counts);
        var gained = List(user).Select((film, i) => relevant.Contains(film) ? 1 / Math.Log2(i + 2) : 0).Sum();
        return gained / Enumerable.Range(0, Math.Min(k, relevant.Count)).Sum(i => 1 / Math.Log2(i + 2));
    }

    public double Recall(int user, Func<int, bool> counts)
    {
        var relevant = Relevant(user, counts);
        return (double)List(user).Count(relevant.Contains) / relevant.Count;
    }

    public HashSet<int> Relevant(int user, Func<int, bool> counts) =>
        [.. _test.Where(rating => rating.User == user && rating.Stars >= relevantFrom && counts(rating.Item)).Select(rating => rating.Item)];

    public double Similarity(int user)
    {
        var list = List(user);
        var pairs = from left in list from right in list where left < right select Cosine(left, right);
        return pairs.Average();
    }

    public double SelfInformation(int film) =>
        -Math.Log2((double)Math.Max(1, Raters(film).Count) / _training.Select(rating => rating.User).Distinct().Count());

    public HashSet<int> Head(double share)
    {
        var head = new HashSet<int>();
        var sum = 0;
        foreach (var film in _training.GroupBy(rating => rating.Item).OrderByDescending(group => group.Count()).ThenBy(group => group.Key))
        {
            if (sum >= share * _training.Length) break;
            head.Add(film.Key);
            sum += film.Count();
        }

        return head;
    }

    HashSet<int> Raters(int film) => [.. _training.Where(rating => rating.Item == film).Select(rating => rating.User)];

    double Cosine(int left, int right)
    {
        var (first, second) = (Raters(left), Raters(right));
        return first.Count == 0 || second.Count == 0 ? 0 : first.Intersect(second).Count() / Math.Sqrt((double)first.Count * second.Count);
    }
}
