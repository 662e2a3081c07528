using Matinee.Engine.Numerics;
using Matinee.Engine.Ranking;
using Matinee.Engine.Ratings;
using Matinee.Engine.Training;

namespace Matinee.Engine.Hybrid;

/// <summary>Viewers whose ratings were held out in part, with what each member would tell them: what weights are learned on.</summary>
/// <remarks>
/// Of each viewer's films only those are kept that some member ranks high among a kind of films: whatever the weights, hardly any
/// other comes to the top, and trying weights costs the same in a catalogue of any size.
/// </remarks>
sealed class Panel
{
    const int KeptOfKind = 100;
    const string Stage = "Asking the members of the hybrid";

    readonly HybridModel _members;
    readonly HybridOptions _options;
    readonly ItemSet[] _ofKind;

    Panel(HybridModel members, HybridOptions options)
    {
        (_members, _options) = (members, options);
        _ofKind =
        [
            .. Enumerable.Range(0, FilmKinds.Count).Select(kind =>
                ItemSet.Of([.. Enumerable.Range(0, members.Kinds.Length).Where(film => members.Kinds[film] == kind)])),
        ];
    }

    public IReadOnlyList<PanelViewer> Viewers { get; private init; } = [];

    /// <summary>How large what own ratings add to a member's score is, by member: the root of the mean square.</summary>
    public float[] OwnScales { get; private init; } = [];

    /// <summary>How large what a member says to anyone is, by member.</summary>
    public float[] BaseScales { get; private init; } = [];

    /// <param name="members">The members, fitted on what was kept; its weights play no part.</param>
    /// <param name="kept">What viewers are folded in from.</param>
    /// <param name="held">What was held out of it.</param>
    /// <param name="options">What counts as relevant, and how many viewers are asked.</param>
    /// <param name="run">Draws the viewers.</param>
    public static Panel Of(HybridModel members, Interactions kept, Interactions held, HybridOptions options, TrainingRun run)
    {
        var panel = new Panel(members, options);
        var users = panel.Draw(kept, held, run.Seed);
        var asked = new (PanelViewer Viewer, double[] Squares)[users.Length];
        var places = Array.ConvertAll(kept.Items.Ids.ToArray(), members.Items.IndexOf);
        var steps = new Steps(run, Stage, users.Length);
        Rows.ForEach(users.Length, run, () => new Scratch(members), (i, scratch) =>
        {
            asked[i] = panel.Ask(OwnOf(kept, users[i].Kept, places), held, users[i].Held, scratch);
            steps.Done();
        }, chunk: 1);

        var ownScales = new float[members.Members.Length];
        for (var m = 0; m < ownScales.Length; m++)
            ownScales[m] = Scale(asked.Sum(viewer => viewer.Squares[m]), (double)asked.Length * members.Items.Count);
        var baseScales = Array.ConvertAll(members.Members, member =>
            Scale(member.Base.Sum(value => (double)value * value), member.Base.Length));
        foreach (var (viewer, _) in asked)
        {
            for (var m = 0; m < ownScales.Length; m++)
            {
                foreach (ref var value in viewer.Own[m].AsSpan()) value /= ownScales[m];
                foreach (ref var value in viewer.Base[m].AsSpan()) value /= baseScales[m];
            }
        }

        return new(members, options)
        {
            Viewers = [.. asked.Select(viewer => viewer.Viewer)],
            OwnScales = ownScales,
            BaseScales = baseScales,
        };
    }

    static float Scale(double squares, double count) => squares > 0 ? (float)Math.Sqrt(squares / count) : 1;

    static OwnRating[] OwnOf(Interactions kept, int user, int[] places)
    {
        var own = kept.OfUser(user).ToOwn();
        foreach (ref var rating in own.AsSpan()) rating = rating with { Item = places[rating.Item] };
        return own;
    }

    /// <summary>The viewers who kept some ratings and whose list some film belongs on, as many as asked for.</summary>
    (int Kept, int Held)[] Draw(Interactions kept, Interactions held, ulong seed)
    {
        var able = Enumerable.Range(0, held.Users.Count)
            .Select(user => (Kept: kept.Users.IndexOf(held.Users[user]), Held: user))
            .Where(user => user.Kept >= 0 && Relevant(held, user.Held).Length > 0)
            .ToArray();
        if (able.Length <= _options.Viewers) return able;
        new SeededRandom(seed).Shuffle<(int, int)>(able);
        return able[.._options.Viewers];
    }

    int[] Relevant(Interactions held, int user)
    {
        var row = held.OfUser(user);
        var relevant = new List<int>(row.Count);
        for (var i = 0; i < row.Count; i++)
        {
            if (row.StarsAt(i) >= _options.RelevantFrom) relevant.Add(_members.Items.IndexOf(held.Items[row.Others[i]]));
        }

        return [.. relevant];
    }

    (PanelViewer Viewer, double[] Squares) Ask(OwnRating[] own, Interactions held, int user, Scratch scratch)
    {
        var members = _members.Members;
        var seen = ItemSet.Of(Array.ConvertAll(own, rating => rating.Item));
        var squares = new double[members.Length];
        var pool = new SortedSet<int>();
        for (var m = 0; m < members.Length; m++)
        {
            var parts = scratch.Parts[m];
            members[m].OwnParts(members[m].FoldIn(own), scratch.Scores, parts);
            foreach (var part in parts) squares[m] += (double)part * part;
            foreach (var kind in _ofKind) pool.UnionWith(TopItems.Of(parts, KeptOfKind, seen, kind).Select(film => film.Item));
        }

        var films = pool.ToArray();
        var relevant = Relevant(held, user);
        var known = ItemSet.Of(relevant);
        var ideal = Enumerable.Range(0, Math.Min(_options.K, relevant.Length)).Sum(PanelViewer.Discount);
        return (new(
            FilmKinds.OfViewer(_options.Segments, own.Length),
            ideal,
            Array.ConvertAll(films, film => _members.Kinds[film]),
            Array.ConvertAll(films, known.Contains),
            Array.ConvertAll(scratch.Parts, parts => Array.ConvertAll(films, film => parts[film])),
            Array.ConvertAll(members, member => Array.ConvertAll(films, film => member.PlaceOf(film) is var at and >= 0 ? member.Base[at] : 0))),
            squares);
    }

    sealed class Scratch(HybridModel model)
    {
        public float[] Scores { get; } = new float[model.Items.Count];

        public float[][] Parts { get; } = Array.ConvertAll(model.Members, _ => new float[model.Items.Count]);
    }
}
