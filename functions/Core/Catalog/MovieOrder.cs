using System.Collections.Immutable;

namespace Matinee.Core.Catalog;

/// <summary>All films of a catalogue in one order.</summary>
sealed class MovieOrder
{
    readonly MoviePosition[] _positions;
    readonly Lazy<int[]> _ranks;

    public MovieOrder(int count, Func<int, MoviePosition> position)
    {
        _positions = [.. Enumerable.Range(0, count).Select(position)];
        var places = Enumerable.Range(0, count).ToArray();
        Array.Sort([.. _positions], places);
        Places = ImmutableArray.Create(places);
        _ranks = new(RankAll);
    }

    /// <summary>The places of the films, the first of the list first.</summary>
    public ImmutableArray<int> Places { get; }

    /// <summary>Where the film at a place stands.</summary>
    public MoviePosition PositionOf(int place) => _positions[place];

    /// <summary>How many films stand before the one at a place.</summary>
    public int RankOf(int place) => _ranks.Value[place];

    /// <summary>How many films stand at a position or before it, be there a film there or not.</summary>
    public int CountUpTo(MoviePosition position)
    {
        var (from, to) = (0, Places.Length);
        while (from < to)
        {
            var middle = (from + to) >>> 1;
            if (_positions[Places[middle]].CompareTo(position) <= 0) from = middle + 1;
            else to = middle;
        }

        return from;
    }

    int[] RankAll()
    {
        var ranks = new int[Places.Length];
        for (var rank = 0; rank < ranks.Length; rank++) ranks[Places[rank]] = rank;
        return ranks;
    }
}
