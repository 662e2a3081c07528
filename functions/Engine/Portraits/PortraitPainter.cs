using Matinee.Engine.Facts;
using Matinee.Engine.Portraits.Clusters;
using Matinee.Engine.Ratings;
using Matinee.Engine.Statistics;
using Matinee.Engine.Training;

namespace Matinee.Engine.Portraits;

/// <summary>Says of clusters what a person would want to know: who they are, by which name, and what they like.</summary>
sealed class PortraitPainter(KnownFacts facts, PortraitsModel? previous)
{
    public (IReadOnlyList<Portrait> Portraits, int NextId) Paint(
        Interactions ratings,
        UserFeatures features,
        PersonFacts[] people,
        Clustering found,
        PortraitLists lists,
        Pca map,
        TrainingRun run)
    {
        var space = features.Space;
        var everyone = new PortraitTraits(space);
        var traits = Array.ConvertAll(found.Sizes, size => size < Portrait.MinPeople ? null : new PortraitTraits(space));
        var raw = new double[space.Width];
        for (var row = 0; row < people.Length; row++)
        {
            if ((row & 1023) == 0) run.Cancellation.ThrowIfCancellationRequested();
            var tally = TasteTally.Of(space.Films, ratings.OfUser(features.Users[row]));
            space.Raw(tally, people[row], raw);
            everyone.Add(tally, raw, people[row]);
            traits[found.Labels[row]]?.Add(tally, raw, people[row]);
        }

        var matches = PortraitContinuity.Match(previous, space, found.Middles, found.Clusters);
        var names = Names(traits, everyone, space, matches);
        var nextId = previous?.Details.NextId ?? 1;
        var portraits = new Portrait[found.Clusters];
        for (var p = 0; p < portraits.Length; p++)
        {
            var (x, y) = map.Of(found.Middles.AsSpan(p * space.Width, space.Width));
            var portrait = new Portrait
            {
                Id = matches[p].Old >= 0 ? previous!.Portraits[matches[p].Old].Id : nextId++,
                Name = names[p],
                Summary = PortraitSummary.OfHidden(found.Sizes[p]),
                Size = found.Sizes[p],
                Share = (double)found.Sizes[p] / people.Length,
                X = x,
                Y = y,
            };
            portraits[p] = traits[p] is { } known
                ? Shown(portrait, known, everyone, space, Favourites.Of(p, portrait.Size, lists, ratings.Items, facts))
                : portrait;
        }

        return (portraits, nextId);
    }

    string[] Names(PortraitTraits?[] traits, PortraitTraits everyone, FeatureSpace space, (int Old, bool KeepsName)[] matches)
    {
        var kept = Array.ConvertAll(matches, match =>
            match.KeepsName && !previous!.Portraits[match.Old].IsHidden ? previous.Portraits[match.Old].Name : null);
        // A hidden portrait's old name would tell of its people.
        for (var p = 0; p < kept.Length; p++) kept[p] = traits[p] is null ? null : kept[p];
        var open = Enumerable.Range(0, kept.Length).Where(p => kept[p] is null).ToArray();
        var named = PortraitNames.Of(Array.ConvertAll(open, p => traits[p]), everyone, space, kept.OfType<string>());
        for (var i = 0; i < open.Length; i++) kept[open[i]] = named[i];
        return [.. kept.OfType<string>()];
    }

    static Portrait Shown(
        Portrait portrait, PortraitTraits traits, PortraitTraits everyone, FeatureSpace space, IReadOnlyList<FavouriteFilm> favourites)
    {
        var shown = portrait with
        {
            MeanStars = traits.MeanStars,
            Generosity = traits.Generosity,
            MedianRatings = traits.MedianRatings,
            MeanAge = traits.MeanAge,
            Genres =
            [
                .. Enumerable.Range(0, space.Genres.Count)
                    .Select(genre => new GenreTaste(
                        space.Genres[genre], traits.GenreShare(genre), Lift(traits.GenreShare(genre), everyone.GenreShare(genre)), traits.GenreAffinity(genre)))
                    .OrderByDescending(genre => genre.Lift),
            ],
            Decades =
            [
                .. space.Films.Decades.Select((decade, d) => new DecadeTaste(
                    Words.Decade(decade), traits.DecadeShare(d), Lift(traits.DecadeShare(d), everyone.DecadeShare(d)))),
            ],
            Favourites = favourites,
        };
        return shown with { Summary = PortraitSummary.Of(shown, everyone) };
    }

    static double Lift(double share, double ofAll) => ofAll > 0 ? share / ofAll : 1;
}
