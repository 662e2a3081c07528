using Matinee.Engine.Numerics;
using Matinee.Engine.Training;

namespace Matinee.Engine.Hybrid;

/// <summary>Finds the weights that make the best lists for a panel: one weight at a time, from the general to the special.</summary>
/// <remarks>
/// First each member's weight for everyone, then for each kind of film, then for each kind of viewer. The more special a step is, the
/// fewer viewers speak for it: it is taken only where their gain is larger than chance.
/// </remarks>
sealed class WeightSearch(Panel panel, int k, TrainingRun run)
{
    // What everyone is told decides between films of which own ratings say nothing, and for newcomers.
    const float LeastBase = 1e-3f;
    const double ByMore = 1.0; // standard errors
    const int Rounds = 3;
    const string Stage = "Weighing the hybrid";

    static readonly float[] s_factors = [0.25f, 0.5f, 0.7f, 0.85f, 1.2f, 1.4f, 2, 4];
    static readonly float[] s_bases = [LeastBase, 0.01f, 0.03f, 0.1f, 0.3f];

    static readonly FilmKind[] s_allFilms = [FilmKind.New, FilmKind.Tail, FilmKind.Popular];

    // New films go with the tail until something speaks for another weight: they may be too few to speak.
    static readonly FilmKind[][] s_someFilms = [[FilmKind.New, FilmKind.Tail], [FilmKind.New]];

    readonly int _members = panel.OwnScales.Length;
    readonly int _longest = panel.Viewers.Select(viewer => viewer.Kinds.Length).DefaultIfEmpty(0).Max();

    HybridWeights _best = HybridWeights.Same(panel.OwnScales.Length, 1, LeastBase);
    double[] _values = [];

    /// <summary>The best weights found, for scores as the members give them; equal ones where the panel has no viewers.</summary>
    public HybridWeights Find()
    {
        _values = Values(_best);
        var steps = new Steps(run, Stage, Rounds * 4);
        for (var round = 0; round < Rounds; round++)
        {
            ForEachMember(m => Factors(m, null, s_allFilms, 0));
            steps.Done();
            ForEachMember(m =>
            {
                foreach (var weight in s_bases) Try(_best.WithBase(m, weight), null, ByMore);
            });
            steps.Done();
            ForEachMember(m =>
            {
                foreach (var films in s_someFilms) Factors(m, null, films, ByMore);
            });
            steps.Done();
            ForEachMember(m =>
            {
                for (var viewer = 0; viewer < HybridWeights.Viewers; viewer++) Factors(m, viewer, s_allFilms, ByMore);
            });
            steps.Done();
        }

        return _best.Unscaled(panel.OwnScales, panel.BaseScales);
    }

    void ForEachMember(Action<int> body)
    {
        if (panel.Viewers.Count == 0) return;
        for (var m = 0; m < _members; m++) body(m);
    }

    void Factors(int member, int? viewer, FilmKind[] films, double byMore)
    {
        var start = _best;
        foreach (var factor in s_factors) Try(start.Scaled(member, viewer, films, factor), viewer, byMore);
    }

    /// <summary>Takes the weights if the viewers concerned gain more than so many standard errors.</summary>
    void Try(HybridWeights weights, int? viewer, double byMore)
    {
        var values = Values(weights);
        var (count, sum, squares) = (0, 0.0, 0.0);
        for (var i = 0; i < values.Length; i++)
        {
            if (viewer is { } only && panel.Viewers[i].Segment != only) continue;
            var gain = values[i] - _values[i];
            count++;
            sum += gain;
            squares += gain * gain;
        }

        // With count·mean = sum, the error of the sum is the root of count times the variance.
        if (count == 0 || sum <= 0 || sum <= byMore * Math.Sqrt(Math.Max(squares - sum * sum / count, 0))) return;
        (_best, _values) = (weights, values);
    }

    double[] Values(HybridWeights weights)
    {
        var values = new double[panel.Viewers.Count];
        Rows.ForEach(values.Length, run, () => new float[_longest], (i, scratch) => values[i] = panel.Viewers[i].Ndcg(weights, k, scratch));
        return values;
    }
}
