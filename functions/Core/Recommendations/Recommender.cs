using System.Globalization;
using Matinee.Engine.Models;
using Matinee.Engine.Ranking;

namespace Matinee.Core.Recommendations;

/// <summary>Makes lists: the same of the same, whoever asks and whenever.</summary>
static class Recommender
{
    /// <summary>A page of a list.</summary>
    /// <param name="spectator">Who asks, with the ratings that count.</param>
    /// <param name="request">What the list should be like.</param>
    /// <param name="seed">The luck, where neither request nor cursor have any.</param>
    /// <param name="listId">The id, where this is the first page.</param>
    public static RecommendationList List(Spectator spectator, ListRequest request, int seed, ulong listId)
    {
        var asked = ListText.NumberOf(ListText.Of(request));
        var cursor = ListCursor.Parse(request.Cursor, asked) ?? new(listId, request.Seed ?? seed, asked, []);
        var (shown, allowed) = (spectator.Stage.PlacesOf(cursor.Shown), spectator.Stage.PlacesOf(request.Filter));
        var options = request.OptionsOf(cursor.Seed) with { Excluded = spectator.Stage.PlacesOf(request.Exclude) };
        var limit = Math.Min(request.Limit, ListRequest.MaxFilms - cursor.Shown.Count);
        // One more than asked for tells whether there is a next page.
        var found = spectator.Next(options, allowed, shown, limit + 1);
        var page = found.Count > limit ? found[..limit] : found;
        var items = Items(spectator, page, cursor.Shown.Count);
        var facts = FactsOf(spectator, page, items.Select(item => item.PredictedStars));
        return new()
        {
            ListId = cursor.ListId.ToString("x16", CultureInfo.InvariantCulture),
            ModelVersion = spectator.Stage.ModelVersion,
            Seed = cursor.Seed,
            Items = items,
            Facts = facts,
            UsualFacts = request.IsUsual ? facts : UsualFacts(),
            NextCursor = found.Count > limit && cursor.Shown.Count + limit < ListRequest.MaxFilms ? After(page) : null,
        };

        ListFacts UsualFacts()
        {
            var usual = new ListOptions { Seed = options.Seed, Excluded = options.Excluded };
            var films = spectator.Next(usual, allowed, shown, limit);
            return FactsOf(spectator, films, films.Select(film => spectator.Predict(film.Item)));
        }

        string After(List<Scored> films)
        {
            var ids = cursor.Shown.Concat(films.Select(film => spectator.Stage.View.Movies[film.Item].Id));
            return (cursor with { Shown = [.. ids.Order()] }).ToString();
        }
    }

    /// <summary>Films with all that is told of them.</summary>
    public static IReadOnlyList<RecommendedMovie> Items(Spectator spectator, IReadOnlyList<Scored> films, int before = 0, Reason? first = null)
    {
        var places = new int[films.Count];
        for (var i = 0; i < places.Length; i++) places[i] = films[i].Item;
        var reasons = Reasons.Of(spectator, places);
        var items = new RecommendedMovie[places.Length];
        for (var i = 0; i < items.Length; i++)
        {
            IReadOnlyList<Reason> all = first is null ? reasons[i] : [first, .. reasons[i].Where(reason => reason.Kind != first.Kind)];
            items[i] = new(spectator.Stage.View.Movies[places[i]], before + i + 1, films[i].Score, spectator.Predict(places[i]), all);
        }

        return items;
    }

    static ListFacts FactsOf(Spectator spectator, List<Scored> films, IEnumerable<StarEstimate?> estimates)
    {
        if (films.Count == 0) return new(null, 0, 0);
        var stars = estimates.OfType<StarEstimate>().Select(estimate => estimate.Stars).ToList();
        return new(
            stars.Count == 0 ? null : stars.Average(),
            films.Average(film => spectator.Stage.Popularity.Percentiles[film.Item]),
            Likeness([.. films.Select(film => film.Item)], spectator.Stage.Facts));
    }

    static double Likeness(int[] places, ItemSimilarity similarity)
    {
        if (places.Length < 2) return 0;
        var (sum, row) = (0.0, new float[places.Length]);
        for (var i = 1; i < places.Length; i++)
        {
            similarity.Between(places[i], places.AsSpan(0, i), row.AsSpan(0, i));
            for (var j = 0; j < i; j++) sum += row[j];
        }

        return sum / (places.Length * (places.Length - 1) / 2.0);
    }
}
