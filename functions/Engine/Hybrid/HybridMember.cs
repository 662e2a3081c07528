using Matinee.Engine.Models;
using Matinee.Engine.Ratings;

namespace Matinee.Engine.Hybrid;

/// <summary>A model among others, which may know other films than they do.</summary>
sealed class HybridMember
{
    readonly int[] _ofMember;
    readonly int[] _ofAll;

    /// <exception cref="ArgumentException">It knows a film that is not among all.</exception>
    public HybridMember(IModel model, IdMap all)
    {
        Model = model;
        _ofMember = Array.ConvertAll(all.Ids.ToArray(), model.Items.IndexOf);
        _ofAll = Array.ConvertAll(model.Items.Ids.ToArray(), all.IndexOf);
        var foreign = Array.IndexOf(_ofAll, -1);
        if (foreign >= 0) throw new ArgumentException($"The member '{model.Kind}' knows film {model.Items[foreign]}, which is not among all.");
        Base = new float[model.Items.Count];
        model.FoldIn([]).ScoreAll(Base);
    }

    public IModel Model { get; }

    /// <summary>What the member says of its films to anyone.</summary>
    public float[] Base { get; }

    /// <summary>The member's place of a film of all; -1 where it does not know it.</summary>
    public int PlaceOf(int item) => (uint)item < (uint)_ofMember.Length ? _ofMember[item] : -1;

    /// <summary>The place among all of one of the member's films.</summary>
    public int PlaceAmongAll(int item) => _ofAll[item];

    /// <summary>A viewer of the member, of ratings in the terms of all.</summary>
    public IExplainingViewer FoldIn(ReadOnlySpan<OwnRating> own)
    {
        var mine = own.ToArray();
        foreach (ref var rating in mine.AsSpan()) rating = rating with { Item = PlaceOf(rating.Item) };
        return (IExplainingViewer)Model.FoldIn(mine);
    }

    /// <summary>parts[film of all] = what the viewer's own ratings add to the member's score; 0 for films that it does not know.</summary>
    public void OwnParts(IViewer viewer, float[] scratch, Span<float> parts)
    {
        var scores = scratch.AsSpan(0, Base.Length);
        viewer.ScoreAll(scores);
        for (var film = 0; film < parts.Length; film++)
        {
            var place = _ofMember[film];
            parts[film] = place < 0 ? 0 : scores[place] - Base[place];
        }
    }
}
