using Matinee.Engine.Models;

namespace Matinee.Engine.Ranking;

/// <summary>Puts films into an order in which neighbours differ: maximal marginal relevance (Carbonell and Goldstein, 1998).</summary>
/// <remarks>
/// Each place goes to the film with the largest <c>(1 - variety) · relevance - variety · nearest</c>: relevance is the score,
/// scaled so that the best of the pool has 1 and the worst 0; nearest is its similarity to the most similar film that has a
/// place already. In the literature's letters, variety is 1 - λ. At 0 the order is that of the pool. At 0.5 a twin of a
/// film in the list is taken only when it is better by the pool's whole range than a film that is like none of them. At 1
/// only the first place has to do with the score.
/// </remarks>
public static class Diversity
{
    /// <summary>Scores alone.</summary>
    public const double MinVariety = 0;

    /// <summary>Differences alone.</summary>
    public const double MaxVariety = 1;

    /// <summary>Picks films from a pool, most of it first; effort grows with count · pool.</summary>
    /// <param name="pool">Films to pick from, best first; films of equal merit keep this order.</param>
    /// <param name="count">How many to pick; the whole pool where it has no more.</param>
    /// <param name="variety">What a difference is worth, 0 to 1.</param>
    /// <param name="similarity">How alike films are.</param>
    /// <exception cref="ArgumentException">A score, or a similarity, is not a finite number.</exception>
    public static Scored[] Pick(ReadOnlySpan<Scored> pool, int count, double variety, ItemSimilarity similarity)
    {
        ArgumentNullException.ThrowIfNull(similarity);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        Check.InRange(variety, MinVariety, MaxVariety, nameof(variety));
        count = Math.Min(count, pool.Length);
        if (variety == 0 || count == 0) return pool[..count].ToArray();

        var relevance = Relevance(pool);
        var left = new int[pool.Length];
        for (var i = 0; i < left.Length; i++) left[i] = pool[i].Item;
        var (places, nearest, similarities) = (new int[pool.Length], new float[pool.Length], new float[pool.Length]);
        for (var i = 0; i < places.Length; i++) places[i] = i;
        Array.Fill(nearest, float.NegativeInfinity);

        var picked = new Scored[count];
        var next = 0; // nothing has a place yet, so the best comes first
        for (var pick = 0; ; pick++)
        {
            var item = left[next];
            picked[pick] = pool[places[next]];
            if (pick + 1 == count) return picked;

            // The others close up in their order: what is left stays contiguous, and ties stay in the pool's order.
            var many = pool.Length - pick - 1;
            Remove(left, next, many);
            Remove(places, next, many);
            Remove(nearest, next, many);
            similarity.Between(item, left.AsSpan(0, many), similarities);
            var best = double.NegativeInfinity;
            for (var i = 0; i < many; i++)
            {
                if (!float.IsFinite(similarities[i]))
                    throw new ArgumentException($"The similarity of films {item} and {left[i]} is {similarities[i]}.", nameof(similarity));
                nearest[i] = Math.Max(nearest[i], similarities[i]);
                var merit = ((1 - variety) * relevance[places[i]]) - (variety * nearest[i]);
                if (merit > best) (next, best) = (i, merit);
            }
        }
    }

    static void Remove<T>(T[] values, int at, int remaining) => Array.Copy(values, at + 1, values, at, remaining - at);

    static double[] Relevance(ReadOnlySpan<Scored> pool)
    {
        var (low, high) = (float.PositiveInfinity, float.NegativeInfinity);
        foreach (var (item, score) in pool)
        {
            if (!float.IsFinite(score)) throw new ArgumentException($"The score of film {item} is {score}.", nameof(pool));
            (low, high) = (Math.Min(low, score), Math.Max(high, score));
        }

        var range = (double)high - low;
        var relevance = new double[pool.Length];
        for (var i = 0; i < relevance.Length; i++) relevance[i] = range > 0 ? ((double)pool[i].Score - low) / range : 0;
        return relevance;
    }
}
