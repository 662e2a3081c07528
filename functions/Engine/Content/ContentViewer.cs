using System.Buffers;
using Matinee.Engine.Models;
using Matinee.Engine.Ratings;

namespace Matinee.Engine.Content;

/// <summary>A viewer's scores: the vector of each film against the profile, which is a weighted sum of the own films' vectors.</summary>
/// <remarks>
/// So with g the likeness of a film to an own one, a score is Σ w·g, and w·g is the part of that rating. Leaving one out takes it
/// out of three sums, Σ g, Σ stars·g and the stars that the own mean is made of: the drop is exact.
/// </remarks>
sealed class ContentViewer : Viewer, IExplainingViewer, ITermsViewer
{
    readonly ContentModel _model;
    readonly OwnRating[] _own;
    readonly float[] _scores;
    readonly double _stars;

    public ContentViewer(ContentModel model, OwnRating[] own) : base(model.Items.Count)
    {
        (_model, _own, _scores) = (model, own, new float[model.Items.Count]);
        foreach (var rating in own) _stars += rating.Stars;
        if (own.Length == 0) return;
        var terms = model.Vocabulary.Count;
        var pooled = ArrayPool<float>.Shared.Rent(terms);
        try
        {
            var profile = pooled.AsSpan(0, terms);
            profile.Clear();
            foreach (var rating in own)
            {
                var weight = (float)Weight(rating);
                var vector = model.Vectors[rating.Item];
                for (var i = 0; i < vector.Count; i++) profile[vector.Columns[i]] += weight * vector.Values[i];
            }

            model.Compare(profile, _scores);
        }
        finally
        {
            ArrayPool<float>.Shared.Return(pooled);
        }
    }

    public override float Score(int item) => (uint)item < (uint)_scores.Length ? _scores[item] : 0;

    public override void ScoreAll(Span<float> scores)
    {
        if (scores.Length != _scores.Length) Throw.Lengths(_scores.Length, scores.Length);
        _scores.CopyTo(scores);
    }

    public IReadOnlyList<Explanation> Explain(ReadOnlySpan<int> items)
    {
        var explanations = new Explanation[items.Length];
        var profile = new float[_model.Vocabulary.Count];
        for (var i = 0; i < items.Length; i++) explanations[i] = new(items[i], Score(items[i]), 0, Shares(items[i], profile));
        return explanations;
    }

    public IReadOnlyList<SharedTerm> SharedTerms(int item, int count)
    {
        if ((uint)item >= (uint)_scores.Length) return [];
        var parts = new Dictionary<int, double>();
        foreach (var rating in _own) _model.AddShared(item, rating.Item, Weight(rating), parts);
        return _model.Strongest(parts, count);
    }

    Share[] Shares(int item, float[] profile)
    {
        var likenesses = Likenesses(item, profile);
        var (all, starred) = (0.0, 0.0);
        for (var j = 0; j < _own.Length; j++)
        {
            all += likenesses[j];
            starred += _own[j].Stars * likenesses[j];
        }

        var score = Score(_own.Length, _stars, all, starred);
        var shares = new Share[_own.Length];
        for (var j = 0; j < shares.Length; j++)
        {
            var (rating, likeness) = (_own[j], likenesses[j]);
            var without = Score(_own.Length - 1, _stars - rating.Stars, all - likeness, starred - rating.Stars * likeness);
            shares[j] = new(rating.Item, (float)(Weight(rating) * likeness), (float)(score - without));
        }

        return shares;
    }

    double Score(int ratings, double stars, double likenesses, double starred)
    {
        var weights = _model.Weights;
        return ((weights.Seen - weights.Mean(ratings, stars)) * likenesses + starred) / weights.Divisor(ratings);
    }

    double Weight(OwnRating rating) =>
        (_model.Weights.Seen + rating.Stars - _model.Weights.Mean(_own.Length, _stars)) / _model.Weights.Divisor(_own.Length);

    /// <summary>The cosine of a film to each own one; the scratch is zero before and after.</summary>
    double[] Likenesses(int item, float[] profile)
    {
        var likenesses = new double[_own.Length];
        if ((uint)item >= (uint)_scores.Length) return likenesses;
        var film = _model.Vectors[item];
        for (var i = 0; i < film.Count; i++) profile[film.Columns[i]] = film.Values[i];
        for (var j = 0; j < likenesses.Length; j++)
        {
            var vector = _model.Vectors[_own[j].Item];
            for (var i = 0; i < vector.Count; i++) likenesses[j] += (double)profile[vector.Columns[i]] * vector.Values[i];
        }

        foreach (var term in film.Columns) profile[term] = 0;
        return likenesses;
    }
}
