using Matinee.Core.Training;
using Matinee.Engine.Evaluation;
using Matinee.Engine.Models;
using Matinee.Engine.Ranking;
using Matinee.Engine.Ratings;
using Matinee.Engine.Statistics;
using Matinee.Engine.Training;

namespace Matinee.Core.Insights;

/// <summary>What a model would list to some people, evenly chosen: how lists are spread, and how they change.</summary>
sealed class SampleLists
{
    /// <summary>How many films a list has.</summary>
    public const int Length = 10;

    const int Viewers = 300;
    const int CurveParts = 40;

    readonly TrainingData _data;
    readonly int[] _users;
    readonly TrainingRun _run;

    public SampleLists(TrainingData data, TrainingRun run)
    {
        (_data, _run) = (data, run);
        var step = Math.Max(1, (data.Ratings.Users.Count + Viewers - 1) / Viewers);
        _users = [.. Enumerable.Range(0, data.Ratings.Users.Count).Where(user => user % step == 0)];
    }

    /// <summary>The ids of the films that each would be listed.</summary>
    public int[][] Of(IModel model)
    {
        var lists = new int[_users.Length][];
        Parallel.For(0, lists.Length, new() { MaxDegreeOfParallelism = _run.Threads, CancellationToken = _run.Cancellation }, i =>
        {
            var own = OwnIn(model.Items, _data.Ratings, _users[i]);
            var person = _data.Facts.OfPerson(_data.Ratings.Users[_users[i]]);
            var viewer = model is IProfiledModel profiled ? profiled.FoldIn(own, person) : model.FoldIn(own);
            var seen = ItemSet.Of([.. own.Select(static rating => rating.Item).Where(static item => item >= 0)]);
            lists[i] = [.. TopItems.Of(viewer, model.Items.Count, Length, seen).Select(film => model.Items[film.Item])];
        });
        return lists;
    }

    /// <summary>How some lists are spread over films; null where there are none.</summary>
    public ExposureInsights? Exposure(int[][] lists, IModel model)
    {
        var places = lists.SelectMany(static list => list).CountBy(static film => film).ToDictionary();
        var films = IdMap.From(model.Items.Ids.ToArray().Concat(_data.Ratings.Items.Ids.ToArray())).Ids.ToArray()
            .Select(film => (Film: film, Ratings: _data.Ratings.Items.IndexOf(film) is >= 0 and var item ? _data.Ratings.OfItem(item).Count : 0))
            .OrderByDescending(static film => film.Ratings).ThenBy(static film => film.Film)
            .ToArray();
        var listed = places.Values.Sum();
        if (listed == 0) return null;
        var tenths = Enumerable.Range(0, 10).Select(tenth =>
        {
            var part = films[(tenth * films.Length / 10)..((tenth + 1) * films.Length / 10)];
            return new ExposureTenth(
                part.Sum(static film => (double)film.Ratings) / _data.Ratings.Count, part.Sum(film => (double)places.GetValueOrDefault(film.Film)) / listed);
        });
        return new(
            Length, _users.Length, (double)places.Count / films.Length, [.. tenths],
            SpreadOf(Array.ConvertAll(films, static film => film.Ratings), Array.ConvertAll(films, film => places.GetValueOrDefault(film.Film))));
    }

    /// <summary>How uneven it is.</summary>
    /// <param name="ratings">Each film's ratings, the most first.</param>
    /// <param name="places">Each film's places in lists, in the same order.</param>
    internal static ExposureSpread SpreadOf(int[] ratings, int[] places)
    {
        var (head, has, all) = (0, 0L, ratings.Sum(static count => (long)count));
        while (head < ratings.Length && has < SegmentOptions.DefaultHeadShare * all) has += ratings[head++];
        var (ofRatings, ofPlaces) = (Lorenz.Of(ratings, CurveParts), Lorenz.Of(places, CurveParts));
        var listed = places.Sum(static count => (double)count);
        return new(
            Gini.Of(ratings),
            Gini.Of(places),
            1 - (double)head / ratings.Length,
            listed == 0 ? 0 : places.Skip(head).Sum(static count => (double)count) / listed,
            [.. ofRatings.Select((share, part) => new LorenzPoint((double)part / CurveParts, share, ofPlaces[part]))]);
    }

    /// <summary>Which share of the one's films is in the other's, viewer by viewer.</summary>
    public static double Same(int[][] one, int[][] other)
    {
        var all = one.Sum(static list => list.Length);
        return all == 0 ? 1 : (double)one.Zip(other, static (left, right) => left.Intersect(right).Count()).Sum() / all;
    }

    /// <summary>Someone's ratings in the terms of a model, which may know other films.</summary>
    public static OwnRating[] OwnIn(IdMap items, Interactions ratings, int user) =>
        Array.ConvertAll(ratings.OfUser(user).ToOwn(), rating => rating with { Item = items.IndexOf(ratings.Items[rating.Item]) });
}
