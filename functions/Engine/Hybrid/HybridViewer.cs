using System.Buffers;
using Matinee.Engine.Content;
using Matinee.Engine.Models;
using Matinee.Engine.Ratings;

namespace Matinee.Engine.Hybrid;

/// <summary>A viewer of a hybrid: one of each member, and the weights for someone who has rated as much.</summary>
sealed class HybridViewer : Viewer, IExplainingViewer, ITermsViewer
{
    readonly HybridModel _model;
    readonly OwnRating[] _own;
    readonly IExplainingViewer[] _viewers;
    readonly int _segment;

    public HybridViewer(HybridModel model, OwnRating[] own) : base(model.Items.Count)
    {
        (_model, _own) = (model, own);
        _segment = FilmKinds.OfViewer(model.Segments, own.Length);
        _viewers = Array.ConvertAll(model.Members, member => member.FoldIn(own));
    }

    public override float Score(int item)
    {
        if ((uint)item >= (uint)Items) return 0;
        var score = _model.Base[item];
        for (var m = 0; m < _viewers.Length; m++) score += Weight(m, _segment, item) * OwnPart(m, item);
        return score;
    }

    public override void ScoreAll(Span<float> scores)
    {
        if (scores.Length != Items) Throw.Lengths(Items, scores.Length);
        _model.Base.CopyTo(scores);
        var scratch = ArrayPool<float>.Shared.Rent(Items);
        var pooled = ArrayPool<float>.Shared.Rent(Items);
        try
        {
            var parts = pooled.AsSpan(0, Items);
            ReadOnlySpan<byte> kinds = _model.Kinds;
            for (var m = 0; m < _viewers.Length; m++)
            {
                // Multiply and add as Score does, each rounded.
                var weights = _model.Weights.Of(m, _segment);
                _model.Members[m].OwnParts(_viewers[m], scratch, parts);
                for (var item = 0; item < scores.Length; item++) scores[item] += weights[kinds[item]] * parts[item];
            }
        }
        finally
        {
            ArrayPool<float>.Shared.Return(scratch);
            ArrayPool<float>.Shared.Return(pooled);
        }
    }

    public IReadOnlyList<Explanation> Explain(ReadOnlySpan<int> items)
    {
        var explanations = new Explanation[items.Length];
        var ofMembers = new IReadOnlyList<Explanation>[_viewers.Length];
        for (var m = 0; m < ofMembers.Length; m++)
        {
            var places = items.ToArray();
            foreach (ref var place in places.AsSpan()) place = _model.Members[m].PlaceOf(place);
            ofMembers[m] = _viewers[m].Explain(places);
        }

        for (var i = 0; i < items.Length; i++)
        {
            var (item, at) = (items[i], i);
            explanations[i] = Explain(item, m => ofMembers[m][at].Shares);
        }

        return explanations;
    }

    /// <summary>What the content of a film adds to its score: the strongest terms of the member that speaks of them.</summary>
    public IReadOnlyList<SharedTerm> SharedTerms(int item, int count)
    {
        if ((uint)item >= (uint)Items) return [];
        for (var m = 0; m < _viewers.Length; m++)
        {
            if (_viewers[m] is not ITermsViewer terms) continue;
            var weight = Weight(m, _segment, item);
            return [.. terms.SharedTerms(_model.Members[m].PlaceOf(item), count).Select(term => term with { Part = weight * term.Part })];
        }

        return [];
    }

    Explanation Explain(int item, Func<int, IReadOnlyList<Share>> sharesOf)
    {
        if ((uint)item >= (uint)Items) return new(item, 0, 0, [.. _own.Select(rating => new Share(rating.Item, 0, 0))]);

        // Who has one rating less may be another kind of viewer, with other weights for all that is left.
        var without = FilmKinds.OfViewer(_model.Segments, _own.Length - 1);
        var (parts, drops) = (new double[_own.Length], new double[_own.Length]);
        for (var m = 0; m < _viewers.Length; m++)
        {
            var member = _model.Members[m];
            if (member.PlaceOf(item) < 0) continue;
            double weight = Weight(m, _segment, item), weightWithout = Weight(m, without, item), all = OwnPart(m, item);
            for (var j = 0; j < drops.Length; j++) drops[j] += (weight - weightWithout) * all;
            foreach (var share in sharesOf(m))
            {
                var j = PlaceOfOwn(member.PlaceAmongAll(share.Item));
                parts[j] += weight * share.Part;
                drops[j] += weightWithout * share.Drop;
            }
        }

        var shares = new Share[_own.Length];
        for (var j = 0; j < shares.Length; j++) shares[j] = new(_own[j].Item, (float)parts[j], (float)drops[j]);
        return new(item, Score(item), _model.Base[item], shares);
    }

    int PlaceOfOwn(int item)
    {
        var (low, high) = (0, _own.Length - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_own[middle].Item < item) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    float OwnPart(int m, int item)
    {
        var member = _model.Members[m];
        var place = member.PlaceOf(item);
        return place < 0 ? 0 : _viewers[m].Score(place) - member.Base[place];
    }

    float Weight(int m, int segment, int item) => _model.Weights.Of(m, segment)[_model.Kinds[item]];
}
