using System.Buffers;
using System.Globalization;
using Matinee.Engine.Models;
using Matinee.Engine.Ranking;

namespace Matinee.Core.Recommendations;

/// <summary>Makes the rows of a home page, one after the other: what one row shows, later ones leave out.</summary>
/// <param name="spectator">Whose page it is.</param>
/// <param name="userId">Who that is; null where nobody is signed in.</param>
/// <param name="seed">The luck of the page.</param>
/// <param name="length">How many films a row has.</param>
sealed class RowMaker(Spectator spectator, string? userId, int seed, int length)
{
    // A row of fewer looks like a fault.
    const int LeastFilms = 3;
    const int BecauseRows = 2;
    const int Anchors = 10;
    const int AnchorCandidates = 100;
    const double AnchorStars = 4;

    // A gem is known to less than half of what there is, but to somebody.
    const double HiddenPercentile = 0.5;
    const int LeastVotes = 3;

    readonly List<RecommendationRow> _rows = [];
    ItemSet _shown = ItemSet.Empty;

    Stage Stage => spectator.Stage;

    /// <summary>All rows.</summary>
    public IReadOnlyList<RecommendationRow> Make()
    {
        Add(spectator.IsPersonal ? "forYou" : spectator.IsByPortrait ? "forPeopleLikeYou" : "popular", Listed(null), null);
        foreach (var anchor in AnchorIds()) AddBecause(anchor);
        AddPeople();
        AddPortrait();
        Add("hot", Walk(Stage.Popularity.ByHeat, Stage.Popularity.HeatOf), new(ReasonKind.Hot));
        AddHiddenGems();
        Add("new", Listed(Stage.Popularity.Unrated), new(ReasonKind.New));
        return _rows;
    }

    List<Scored> Listed(ItemSet? allowed) => spectator.Next(new() { Seed = (ulong)seed }, allowed, _shown, length);

    /// <summary>The films liked best that a model knows; among equals the latest, and of the foremost some by luck, so that rows change.</summary>
    IEnumerable<int> AnchorIds()
    {
        if (!spectator.IsPersonal) return [];
        return spectator.Taste.Ratings
            .Where(rating => rating.Stars >= AnchorStars && Stage.View.PlaceOf(rating.MovieId) is >= 0 and var place && Stage.Places!.Known.Contains(place))
            .OrderByDescending(rating => rating.Stars).ThenByDescending(rating => rating.RatedAt).ThenBy(rating => rating.MovieId)
            .Take(Anchors)
            .OrderBy(rating => ListText.NumberOf("anchor", seed, rating.MovieId))
            .Take(BecauseRows)
            .Select(rating => rating.MovieId);
    }

    void AddBecause(int anchorId)
    {
        var lists = Stage.Loaded!.Model.Lists;
        var anchor = lists.Items.IndexOf(anchorId);
        var alike = lists.Similar(anchor, AnchorCandidates)
            .Select(film => new Scored(Stage.View.PlaceOf(lists.Items[film.Item]), film.Score))
            .Where(film => film.Item >= 0 && Comes(film.Item))
            .ToList();
        var explanations = spectator.Explain([.. alike.Select(film => film.Item)]);
        // Of what is like the film comes first what the film itself speaks for most, and nothing that it does not.
        var films = alike
            .Select((film, i) => (Film: explanations[i] is { } why ? film with { Score = why.Score } : film, Part: PartOf(explanations[i], anchor) ?? film.Score))
            .Where(film => film.Part > 0)
            .OrderByDescending(film => film.Part)
            .Select(film => film.Film)
            .Take(length);
        Add("becauseYouLiked", [.. films], null, $"becauseYouLiked-{anchorId}", new Dictionary<string, string>
        {
            ["movieId"] = anchorId.ToString(CultureInfo.InvariantCulture),
            ["title"] = Stage.View.Find(anchorId)!.Title,
        });
    }

    void AddPeople()
    {
        var favourites = PeopleLikeYou.Favourites(spectator, userId, Comes, length);
        Add("peopleLikeYou", favourites.Select(film => film.Film).ToList(), null, people: favourites.ToDictionary(film => film.Film.Item, film => film.People));
    }

    void AddPortrait()
    {
        if (spectator.Portrait?.Portrait is not { } portrait) return;
        var films = portrait.Favourites
            .Select(film => new Scored(Stage.View.PlaceOf((int)film.Film), (float)film.LikedBy))
            .Where(film => film.Item >= 0 && Comes(film.Item))
            .Take(length);
        var args = new Dictionary<string, string> { ["portrait"] = portrait.Name };
        Add("portraitFavourites", [.. films], new(ReasonKind.LikedByPortrait), args: args);
    }

    void AddHiddenGems()
    {
        if (!spectator.IsPersonal) return;
        var count = Stage.View.Movies.Length;
        var pooled = ArrayPool<float>.Shared.Rent(count);
        var stars = pooled.AsSpan(0, count);
        if (spectator.PredictAll(stars))
        {
            for (var place = 0; place < count; place++)
            {
                var isHidden = Stage.Popularity.Percentiles[place] <= HiddenPercentile && Stage.View.VotesOf(place) >= LeastVotes;
                // Nothing that is not a number comes among the best unless there is too little that is.
                if (!isHidden || !Comes(place)) stars[place] = float.NaN;
            }

            var gems = TopItems.Of(stars, length).Where(film => !float.IsNaN(film.Score)).ToList();
            Add("hiddenGems", gems, new(ReasonKind.HiddenGem));
        }

        ArrayPool<float>.Shared.Return(pooled);
    }

    List<Scored> Walk(IEnumerable<int> places, Func<int, float> score) =>
        [.. places.Where(Comes).Take(length).Select(place => new Scored(place, score(place)))];

    bool Comes(int place) => !_shown.Contains(place) && !spectator.Hidden.Contains(place);

    static float? PartOf(Explanation? why, int anchor) =>
        why?.Shares.Where(share => share.Item == anchor).Select(share => share.Part).FirstOrDefault();

    void Add(
        string key, List<Scored> films, Reason? first, string? id = null, Dictionary<string, string>? args = null, Dictionary<int, int>? people = null)
    {
        if (films.Count < LeastFilms) return;
        _shown = _shown.Union(ItemSet.Of([.. films.Select(film => film.Item)]));
        var items = Recommender.Items(spectator, films, 0, first);
        if (people is not null)
            items = [.. items.Select((item, i) => item with { Reasons = [new(ReasonKind.PeopleLikeYou) { People = people[films[i].Item] }, .. item.Reasons] })];
        _rows.Add(new(id ?? key, $"rows.{key}", args ?? [], items));
    }
}
