using Matinee.Engine.Models;
using Matinee.Engine.Ranking;
using Matinee.Engine.Ratings;

namespace Matinee.Engine.Neighbours;

/// <summary>A viewer seen through the people like them; compared and scored when folded in.</summary>
public sealed class UserNeighboursViewer : Viewer
{
    readonly UserNeighboursModel _model;
    readonly float[] _similarities;
    readonly float[] _scores;
    readonly float _unknown;

    internal UserNeighboursViewer(UserNeighboursModel model, Say say, OwnRating[] own) : base(model.Items.Count)
    {
        _model = model;
        var bias = model.Baseline.UserBias(own);
        _unknown = Stars.Clamp(model.Baseline.MeanStars + bias);
        _similarities = Compare(own, bias, (float)say.Shrinkage);
        _scores = AllScores(say, bias);
    }

    /// <inheritdoc/>
    public override float Score(int item) => (uint)item < (uint)_scores.Length ? _scores[item] : _unknown;

    /// <summary>The people most like the viewer, nearest first; nobody who is not like them at all.</summary>
    /// <param name="count">How many are asked for; zero or less gives none.</param>
    /// <param name="except">Who is left out, such as the viewer themselves.</param>
    public IReadOnlyList<NearPerson> Nearest(int count, int? except = null)
    {
        if (count <= 0) return [];
        var own = except is { } userId ? _model.People.IndexOf(userId) : -1;
        var longer = (int)Math.Min(count + 1L, _similarities.Length);
        return
        [
            .. TopItems.Of(_similarities, longer)
                .Where(person => person.Score > 0 && person.Item != own)
                .Take(count)
                .Select(person => new NearPerson(_model.People[person.Item], person.Score)),
        ];
    }

    /// <summary>
    /// What the people most like the viewer have in common: films that several of them liked better than was to be expected of them.
    /// </summary>
    /// <param name="people">How many of the nearest are asked.</param>
    /// <param name="atLeast">By how many of them a film must be liked, so that it tells nothing of any one.</param>
    /// <param name="above">By how many stars above expectation.</param>
    /// <param name="except">Who is left out, such as the viewer themselves.</param>
    /// <returns>The films, the one with the most likeness behind it first.</returns>
    public IReadOnlyList<SharedFavourite> Favourites(int people, int atLeast, float above, int? except = null)
    {
        var (likes, strengths) = (new int[_model.Items.Count], new float[_model.Items.Count]);
        foreach (var near in Nearest(people, except))
        {
            var theirs = _model.Residuals[_model.People.IndexOf(near.UserId)];
            for (var i = 0; i < theirs.Count; i++)
            {
                if (theirs.Values[i] < above) continue;
                likes[theirs.Columns[i]]++;
                strengths[theirs.Columns[i]] += near.Similarity;
            }
        }

        return
        [
            .. Enumerable.Range(0, likes.Length)
                .Where(item => likes[item] >= Math.Max(atLeast, 1))
                .Select(item => new SharedFavourite(item, likes[item], strengths[item]))
                .OrderByDescending(film => film.Strength)
                .ThenBy(film => film.Item),
        ];
    }

    float[] Compare(OwnRating[] own, float bias, float shrinkage)
    {
        var similarities = new float[_model.People.Count];
        if (own.Length == 0) return similarities;
        var residuals = new float[_model.Items.Count];
        Array.Fill(residuals, float.NaN); // not rated
        foreach (var rating in own) residuals[rating.Item] = rating.Stars - _model.Baseline.Expect(rating.Item) - bias;
        for (var person = 0; person < similarities.Length; person++)
        {
            var theirs = _model.Residuals[person];
            var overlap = new Overlap();
            for (var i = 0; i < theirs.Count; i++)
            {
                var mine = residuals[theirs.Columns[i]];
                if (!float.IsNaN(mine)) overlap.Add(mine, theirs.Values[i]);
            }

            similarities[person] = overlap.Similarity(shrinkage);
        }

        return similarities;
    }

    float[] AllScores(Say say, float bias)
    {
        var weights = new float[_model.Items.Count];
        var weighted = new float[_model.Items.Count];
        foreach (var person in Heard(say.Neighbours))
        {
            // Squared, so that the nearest outweigh the many; with its sign, so that those of the opposite taste count reversed.
            var weight = _similarities[person] * Math.Abs(_similarities[person]);
            var theirs = _model.Residuals[person];
            for (var i = 0; i < theirs.Count; i++)
            {
                weights[theirs.Columns[i]] += Math.Abs(weight);
                weighted[theirs.Columns[i]] += weight * theirs.Values[i];
            }
        }

        var scores = new float[weights.Length];
        for (var item = 0; item < scores.Length; item++)
        {
            var departure = weighted[item] / (weights[item] + (float)say.Damping);
            scores[item] = Stars.Clamp(_model.Baseline.Expect(item) + bias + departure);
        }

        return scores;
    }

    /// <summary>Those with the strongest likeness or unlikeness, ascending: sums come out the same in any order of finding them.</summary>
    IEnumerable<int> Heard(int count)
    {
        var strengths = Array.ConvertAll(_similarities, Math.Abs);
        return TopItems.Of(strengths, count).Where(person => person.Score > 0).Select(person => person.Item).Order();
    }
}
