using System.Collections.Immutable;
using Matinee.Core.Catalog;
using Matinee.Core.Ratings;
using Matinee.Engine.Ranking;

namespace Matinee.Core.Recommendations;

/// <summary>How popular the films of a catalogue are: what lists go by that know nothing of the viewer.</summary>
sealed class PopularFilms
{
    const int PlaceBits = 24;
    const int YearBits = 12;
    const int MaxYear = (1 << YearBits) - 1;
    const int MaxVotes = (1 << (64 - PlaceBits - YearBits)) - 1;

    readonly double[] _heat;

    public PopularFilms(CatalogueView view)
    {
        var count = view.Movies.Length;
        var (votes, years, scores) = (new int[count], new int[count], new float[count]);
        var rated = new List<int>();
        for (var place = 0; place < count; place++)
        {
            votes[place] = view.VotesOf(place);
            years[place] = view.Movies[place].Year ?? 0;
            // Known to many and liked by them. The logarithm leaves the liking a say among the very popular.
            scores[place] = votes[place] == 0 ? float.NaN : (float)(Math.Log(1.0 + votes[place]) * view.RatingOf(place));
            if (votes[place] > 0) rated.Add(place);
        }

        (Scores, Rated, Traits) = (scores, ItemSet.Of([.. rated]), ItemTraits.Of(votes, years));
        Unrated = ItemSet.Of([.. Enumerable.Range(0, count).Where(place => votes[place] == 0)]);
        _heat = [.. Enumerable.Range(0, count).Select(place => view.HotOf(view.Movies[place].Id, HotWindow.Month)?.Score ?? 0)];
        ByHeat = [.. Enumerable.Range(0, count).Where(place => _heat[place] > 0).OrderByDescending(place => _heat[place])];
        ByVotes = Ordered(votes, years);
        Percentiles = PercentilesOf(votes);
    }

    /// <summary>The score of each place; NaN where nobody has rated the film.</summary>
    public ReadOnlyMemory<float> Scores { get; }

    /// <summary>The places of films that anybody has rated.</summary>
    public ItemSet Rated { get; }

    /// <summary>The places of films that nobody has rated yet.</summary>
    public ItemSet Unrated { get; }

    /// <summary>The places of films that were rated lately, the hottest first.</summary>
    public ImmutableArray<int> ByHeat { get; }

    /// <summary>What the dials turn.</summary>
    public ItemTraits Traits { get; }

    /// <summary>All places, the most rated first; of equals the newer first, then in the order of their ids.</summary>
    public ImmutableArray<int> ByVotes { get; }

    /// <summary>Which part of the films each is at least as popular as: 1 for the most popular, equal for equals.</summary>
    public ImmutableArray<double> Percentiles { get; }

    /// <summary>How hot a film is.</summary>
    public float HeatOf(int place) => (float)_heat[place];

    // One number a film: this is done anew whenever figures change, for a whole catalogue.
    static ImmutableArray<int> Ordered(int[] votes, int[] years)
    {
        var keys = new ulong[votes.Length];
        for (var place = 0; place < keys.Length; place++)
        {
            var (fewer, older) = (MaxVotes - Math.Min(votes[place], MaxVotes), MaxYear - Math.Clamp(years[place], 0, MaxYear));
            keys[place] = (ulong)fewer << (PlaceBits + YearBits) | (ulong)older << PlaceBits | (uint)place;
        }

        keys.AsSpan().Sort();
        return [.. Array.ConvertAll(keys, static key => (int)(key & ((1 << PlaceBits) - 1)))];
    }

    ImmutableArray<double> PercentilesOf(int[] votes)
    {
        var percentiles = new double[votes.Length];
        for (var (rank, first) = (0, 0); rank < votes.Length; rank++)
        {
            if (votes[ByVotes[rank]] != votes[ByVotes[first]]) first = rank;
            percentiles[ByVotes[rank]] = 1 - (double)first / votes.Length;
        }

        return [.. percentiles];
    }
}
