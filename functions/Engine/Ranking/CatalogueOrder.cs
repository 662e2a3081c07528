using System.Buffers;
using Matinee.Engine.Models;

namespace Matinee.Engine.Ranking;

/// <summary>Puts a catalogue into one order for one viewer, from which pages are cut.</summary>
/// <remarks>
/// Dials change the scores; the best <see cref="ListOptions.Pool"/> films are put in order by variety and their top is
/// shuffled; the rest follow by score. Nothing of this depends on the page: with the same scores and options, pages of any
/// size walk through the same order, each film once.
/// </remarks>
/// <param name="traits">What the dials turn.</param>
/// <param name="similarity">What variety goes by.</param>
public sealed class CatalogueOrder(ItemTraits traits, ItemSimilarity similarity)
{
    /// <summary>A page of the order, with the scores as they were given: dials move a film, its score stays the model's.</summary>
    /// <param name="scores">The viewer's score of every film.</param>
    /// <param name="options">What the list should be like.</param>
    /// <param name="skip">How many films earlier pages had.</param>
    /// <param name="count">How many are asked for; fewer come only at the end.</param>
    public Scored[] Page(ReadOnlySpan<float> scores, ListOptions options, int skip, int count)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfNegative(skip);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var end = (int)Math.Min((long)skip + count, scores.Length);
        if (skip >= end) return [];

        var ordered = Ordered(scores, options, end);
        return ordered.Length <= skip ? [] : AsScored(ordered[skip..], scores);
    }

    /// <summary>
    /// The films that come next in the order after some that were shown, wherever those stand by now. While nothing has changed since, that is
    /// the next page of the same order; where scores, dials or exclusions have, no film comes again and none is skipped.
    /// </summary>
    /// <param name="scores">The viewer's score of every film.</param>
    /// <param name="options">What the list should be like.</param>
    /// <param name="shown">The films that earlier pages had.</param>
    /// <param name="count">How many are asked for; fewer come only at the end.</param>
    public Scored[] Next(ReadOnlySpan<float> scores, ListOptions options, ItemSet shown, int count)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(shown);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (count == 0) return [];
        // Among so many there are enough that were not shown, if there are enough at all.
        var ordered = Ordered(scores, options, (int)Math.Min((long)shown.Count + count, scores.Length));
        var next = new List<Scored>(Math.Min(count, ordered.Length));
        foreach (var scored in ordered)
        {
            if (next.Count == count) break;
            if (!shown.Contains(scored.Item)) next.Add(scored);
        }

        return AsScored([.. next], scores);
    }

    static Scored[] AsScored(Scored[] films, ReadOnlySpan<float> scores)
    {
        foreach (ref var scored in films.AsSpan()) scored = scored with { Score = scores[scored.Item] };
        return films;
    }

    Scored[] Ordered(ReadOnlySpan<float> scores, ListOptions options, int end)
    {
        var pooled = ArrayPool<float>.Shared.Rent(scores.Length);
        try
        {
            var dialed = pooled.AsSpan(0, scores.Length);
            scores.CopyTo(dialed);
            traits.Apply(options.Dials, dialed);
            var ordered = TopItems.Of(dialed, Math.Max(end, options.Pool), options.Excluded, options.Allowed);
            var pool = ordered.AsSpan(0, Math.Min(options.Pool, ordered.Length));
            // Variety fills place after place: those behind the last that is wanted, or shuffled, need no choosing.
            var places = Math.Min(pool.Length, Math.Max(end, SeededShuffle.Top));
            Diversity.Pick(pool, places, options.Variety, similarity).CopyTo(pool);
            SeededShuffle.Apply(ordered, options.Seed, options.Temperature);
            return ordered[..Math.Min(end, ordered.Length)];
        }
        finally
        {
            ArrayPool<float>.Shared.Return(pooled);
        }
    }
}
