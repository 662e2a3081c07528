using System.Buffers;
using Matinee.Core.Ratings;
using Matinee.Engine.Models;
using Matinee.Engine.Portraits;
using Matinee.Engine.Ranking;
using Matinee.Engine.Ratings;

namespace Matinee.Core.Recommendations;

/// <summary>A viewer before a stage: their ratings folded into its models. Immutable.</summary>
public sealed class Spectator
{
    readonly IViewer? _lists;
    readonly Lazy<IViewer?> _stars;
    readonly PortraitViewer? _portrait;

    /// <summary>Folds a viewer in.</summary>
    public Spectator(Stage stage, Taste taste)
    {
        ArgumentNullException.ThrowIfNull(stage);
        ArgumentNullException.ThrowIfNull(taste);
        (Stage, Taste) = (stage, taste);
        Hidden = stage.PlacesOf(taste.Ratings.Select(static rating => rating.MovieId), taste.PutAside);
        _stars = new(() => stage.Loaded is { } loaded ? FoldIn(loaded.Model.Stars, OwnIn(loaded.Model.Stars.Items)) : null);
        if (taste.WantsPortrait && stage.Loaded?.Model.Portraits is { } portraits) _portrait = (PortraitViewer)portraits.FoldIn(OwnIn(portraits.Items), taste.Person);
        if (stage.Loaded?.Model.Lists is not { } lists) return;
        var own = OwnIn(lists.Items);
        // Of whom a model knows nothing it can only say what it would of anyone, and popularity says that better.
        if (Array.Exists(own, static rating => rating.Item >= 0)) _lists = FoldIn(lists, own);
    }

    /// <summary>The stage.</summary>
    public Stage Stage { get; }

    /// <summary>What is known of the viewer.</summary>
    public Taste Taste { get; }

    /// <summary>Do the lists come from the viewer's own ratings?</summary>
    public bool IsPersonal => _lists is not null;

    /// <summary>Which kind of viewer this is; null where they don't want to be told, nothing tells it, or too few people are of that kind.</summary>
    public ViewerPortrait? Portrait =>
        _portrait?.Portrait is { From: not GuessedFrom.Nothing } guess && Stage.Loaded!.Model.Portraits!.Portraits[guess.Portrait] is { IsHidden: false } portrait
            ? new(portrait, guess.Probability, guess.From)
            : null;

    /// <summary>Do the lists come from what people like the viewer like, as nothing but the profile is known?</summary>
    public bool IsByPortrait => !IsPersonal && _portrait?.Portrait is { From: GuessedFrom.Profile };

    /// <summary>The places of films that never come: rated, seen, not interested.</summary>
    internal ItemSet Hidden { get; }

    /// <summary>The places of films that have a score.</summary>
    internal ItemSet Scored => IsPersonal ? Stage.Places!.Known : IsByPortrait ? Stage.PortraitPlaces!.Known : Stage.Popularity.Rated;

    /// <summary>The next films of the viewer's list; those without a score follow those with one, the most rated first.</summary>
    internal List<Scored> Next(ListOptions options, ItemSet? allowed, ItemSet shown, int count)
    {
        var length = Stage.View.Movies.Length;
        var pooled = ArrayPool<float>.Shared.Rent(length);
        try
        {
            var scores = pooled.AsSpan(0, length);
            Score(scores);
            var order = IsPersonal ? Stage.Personal : Stage.Popular;
            var within = Scored.Count == length ? allowed : allowed?.Intersect(Scored) ?? Scored;
            var excluded = options.Excluded.Union(Hidden);
            var next = order.Next(scores, options with { Excluded = excluded, Allowed = within }, shown, count).ToList();
            if (next.Count < count && Scored.Count < length) Fill(next, count, place => Comes(place, excluded, allowed) && !shown.Contains(place));
            return next;
        }
        finally
        {
            ArrayPool<float>.Shared.Return(pooled);
        }
    }

    /// <summary>The viewer's score of each place; NaN where it has none.</summary>
    internal void Score(Span<float> ofPlaces)
    {
        if (_lists is not null) Score(_lists, Stage.Places!, ofPlaces);
        else if (IsByPortrait) Score(_portrait!, Stage.PortraitPlaces!, ofPlaces);
        else Stage.Popularity.Scores.Span.CopyTo(ofPlaces);
    }

    /// <summary>The stars the viewer would give the film at each place; NaN where the model does not know it. False without a model.</summary>
    internal bool PredictAll(Span<float> ofPlaces)
    {
        if (_stars.Value is not { } stars) return false;
        Score(stars, Stage.StarPlaces!, ofPlaces);
        return true;
    }

    /// <summary>The stars the viewer would give a film; null where nothing at all is known.</summary>
    internal StarEstimate? Predict(int place)
    {
        var item = Stage.StarPlaces?.Items[place] ?? -1;
        if (_stars.Value is { } stars && item >= 0)
        {
            var error = stars is IUncertainViewer uncertain
                ? uncertain.Deviation(item)
                : StarEstimate.ErrorOf(Stage.Loaded!.Manifest, Taste.Ratings.Count);
            return StarEstimate.Around(stars.Score(item), error);
        }

        return Stage.View.VotesOf(place) > 0 ? StarEstimate.Around(Stage.View.RatingOf(place), StarEstimate.AverageError) : null;
    }

    /// <summary>Why films have their scores, by what the model says; null where it can't, or does not know the viewer. Shares name films by their ids.</summary>
    internal Explanation?[] Explain(ReadOnlySpan<int> places)
    {
        var explanations = new Explanation?[places.Length];
        if (_lists is not IExplainingViewer viewer) return explanations;
        var (items, at) = (new List<int>(places.Length), new List<int>(places.Length));
        for (var i = 0; i < places.Length; i++)
        {
            if (Stage.Places!.Items[places[i]] is not (>= 0 and var item)) continue;
            items.Add(item);
            at.Add(i);
        }

        var found = viewer.Explain(items.ToArray());
        for (var i = 0; i < found.Count; i++) explanations[at[i]] = found[i];
        return explanations;
    }

    /// <summary>The id of a film that an explanation names.</summary>
    internal int IdOf(Share share) => Stage.Loaded!.Model.Lists.Items[share.Item];

    static bool Comes(int place, ItemSet excluded, ItemSet? allowed) => !excluded.Contains(place) && allowed?.Contains(place) != false;

    static void Score(IViewer viewer, ModelPlaces places, Span<float> ofPlaces)
    {
        var count = places.ItemCount;
        var pooled = ArrayPool<float>.Shared.Rent(count);
        try
        {
            var ofItems = pooled.AsSpan(0, count);
            viewer.ScoreAll(ofItems);
            places.Spread(ofItems, ofPlaces);
        }
        finally
        {
            ArrayPool<float>.Shared.Return(pooled);
        }
    }

    void Fill(List<Scored> films, int count, Predicate<int> comes)
    {
        foreach (var place in Stage.Popularity.ByVotes)
        {
            if (films.Count == count) return;
            if (!Scored.Contains(place) && comes(place)) films.Add(new(place, 0));
        }
    }

    IViewer FoldIn(IModel model, OwnRating[] own) => model is IProfiledModel profiled ? profiled.FoldIn(own, Taste.Person) : model.FoldIn(own);

    OwnRating[] OwnIn(IdMap items)
    {
        var own = new OwnRating[Taste.Ratings.Count];
        for (var i = 0; i < own.Length; i++)
        {
            RatedMovie rating = Taste.Ratings[i];
            own[i] = new(items.IndexOf(rating.MovieId), (float)rating.Stars, SecondsOf(rating.RatedAt));
        }

        return own;
    }

    static uint SecondsOf(DateTimeOffset time) => (uint)Math.Clamp(time.ToUnixTimeSeconds(), 0, uint.MaxValue);
}
