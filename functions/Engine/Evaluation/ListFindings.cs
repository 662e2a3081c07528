using Matinee.Engine.Models;
using Matinee.Engine.Ranking;
using Matinee.Engine.Training;

namespace Matinee.Engine.Evaluation;

/// <summary>What the lists of the test users have shown, user by user; users may be added on several threads.</summary>
sealed class ListFindings
{
    readonly IModel _model;
    readonly Split _split;
    readonly ListEvaluationOptions _options;
    readonly byte _relevantFrom;
    readonly int[] _inTest;
    readonly double[] _selfInformation;
    readonly ListSimilarity _similarity;
    readonly ListAccuracy _all;
    readonly ListAccuracy _popular;
    readonly ListAccuracy _tail;
    readonly double[] _novelty;
    readonly double[] _listed;
    readonly double[] _alike;
    readonly double[] _pairs;
    readonly int[] _timesListed;

    public ListFindings(IModel model, Split split, ListEvaluationOptions options)
    {
        (_model, _split, _options) = (model, split, options);
        _relevantFrom = (byte)MathF.Ceiling(options.RelevantFrom * 2);
        _inTest = Array.ConvertAll(model.Items.Ids.ToArray(), split.Test.Items.IndexOf);
        _selfInformation = Array.ConvertAll(model.Items.Ids.ToArray(), SelfInformation);
        _similarity = new(model, split.Training, options.Features);
        var users = split.Test.Users.Count;
        var head = Head.OfTest(split, options.Segments.HeadShare);
        _all = new(users, options.K, _ => true);
        _popular = new(users, options.K, item => head[item]);
        _tail = new(users, options.K, item => !head[item]);
        (_novelty, _listed, _alike, _pairs) = (new double[users], new double[users], new double[users], new double[users]);
        _timesListed = new int[model.Items.Count];
    }

    /// <summary>The length of the scratch that <see cref="Add"/> needs.</summary>
    public int SimilarityWidth => _similarity.Width;

    public bool HasRelevant(int user)
    {
        foreach (var halves in _split.Test.OfUser(user).Halves)
        {
            if (halves >= _relevantFrom) return true;
        }

        return false;
    }

    public void Add(int user, ReadOnlySpan<int> list, double[] sums)
    {
        var row = _split.Test.OfUser(user);
        var hits = new byte[list.Length];
        var tested = new int[list.Length];
        for (var place = 0; place < list.Length; place++)
        {
            Interlocked.Increment(ref _timesListed[list[place]]);
            _novelty[user] += _selfInformation[list[place]];
            tested[place] = _inTest[list[place]];
            var at = tested[place] < 0 ? -1 : row.Others.BinarySearch(tested[place]);
            if (at >= 0 && row.Halves[at] >= _relevantFrom) hits[place] = row.Halves[at];
        }

        _listed[user] = list.Length;
        _alike[user] = _similarity.Mean(list, sums);
        _pairs[user] = list.Length < 2 ? 0 : 1;
        foreach (var accuracy in (ReadOnlySpan<ListAccuracy>)[_all, _popular, _tail]) accuracy.Add(user, row, _relevantFrom, tested, hits);
    }

    public EvaluationResult Result(Asked asked, ItemSet? allowed, TrainingRun run)
    {
        var users = SegmentColumns.Users(_split.Test.Users.Count, HasRelevant, user => _options.Segments.OfUser(asked.RatingsOf(user)));
        var columns = _all.Columns(users)
            .Concat(SegmentColumns.OfUsers(Metric.Novelty, users, _novelty, _listed))
            .Concat(SegmentColumns.OfUsers(Metric.IntraListSimilarity, users, _alike, _pairs))
            .Concat(_popular.Columns(Segment.PopularItems))
            .Concat(_tail.Columns(Segment.LongTailItems));
        var candidates = _timesListed.Where((_, item) => allowed?.Contains(item) != false).ToArray();
        // A candidate that the model does not know is one that it could have listed, and never did.
        if (_options.Candidates is { } given) Array.Resize(ref candidates, given.Count);
        var asking = users[Segment.All].Length;
        Measure[] catalogue =
        [
            new(Metric.Coverage, Segment.All, Exposure.Coverage(candidates), null, asking),
            new(Metric.ExposureGini, Segment.All, Exposure.Gini(candidates), null, asking),
        ];
        return EvaluationResult.Of(_model.Kind, _split.Test.Users, Fingerprint(), columns, catalogue, _options.Bootstrap, run);
    }

    double SelfInformation(int id)
    {
        var training = _split.Training;
        var item = training.Items.IndexOf(id);
        var raters = item < 0 ? 1 : training.OfItem(item).Count;
        return -Math.Log2((double)raters / Math.Max(training.Users.Count, raters));
    }

    ulong Fingerprint()
    {
        var fingerprint = Split.Mix(Split.Mix(_options.Segments.AddTo(_split.Fingerprint), (ulong)_options.K), _relevantFrom);
        foreach (var id in (_options.Candidates?.Ids ?? default).Span) fingerprint = Split.Mix(fingerprint, (ulong)id);
        return fingerprint;
    }
}
