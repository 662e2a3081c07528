namespace Matinee.Engine.Portraits;

/// <summary>Short names for portraits: what they watch and like more than others, how they rate, and from when their films are.</summary>
static class PortraitNames
{
    /// <summary>Weaker leanings than this are not worth a word.</summary>
    const double LeastStrength = 0.05;

    /// <summary>A second genre is named where it is this much of the first, a third where names would be the same.</summary>
    const double NextToFirst = 0.45;

    /// <summary>So many deviations above or below all people make a portrait generous or critical.</summary>
    const double Outspoken = 0.4;

    const double MoreThanOthers = 1.3;
    const int ClassicUpTo = 1970;
    const double LeastDecadeShare = 0.1;

    public const string Hidden = "A small circle";

    /// <summary>One name each, none of them twice and none of those taken; null for hidden portraits' places in the traits.</summary>
    public static string[] Of(PortraitTraits?[] portraits, PortraitTraits everyone, FeatureSpace space, IEnumerable<string> taken)
    {
        var used = new HashSet<string>(taken, StringComparer.OrdinalIgnoreCase);
        return Array.ConvertAll(portraits, traits =>
        {
            var wordings = traits is null ? [Hidden] : Wordings(traits, everyone, space);
            var name = wordings.FirstOrDefault(wording => !used.Contains(wording));
            for (var number = 2; name is null; number++)
            {
                var numbered = $"{wordings[0]} ({number})";
                if (!used.Contains(numbered)) name = numbered;
            }

            used.Add(name);
            return name;
        });
    }

    /// <summary>The best wording first, then those that tell more.</summary>
    static string[] Wordings(PortraitTraits traits, PortraitTraits everyone, FeatureSpace space)
    {
        var genres = Leanings(traits, everyone, space);
        var (temper, pace, age) = (Temper(traits, everyone), Pace(traits, everyone), Age(traits, everyone, space));
        var near = genres.Count(genre => genre.Strength >= NextToFirst * genres[0].Strength);
        return
        [
            Wording(temper, age, Math.Min(2, near)),
            Wording(temper, age, 2),
            Wording(temper, age, 3),
            Wording(Join(pace, temper), age, 2),
            Wording(Join(pace, temper), age, 3),
        ];

        string Wording(string adjective, string when, int count)
        {
            var words = genres.Take(count).Select(genre => Words.Genre(genre.Genre)).Distinct().ToList();
            return Capital(words.Count > 0 ? $"{adjective} fans of {Join(when, Words.List(words))}".Trim()
                : when.Length > 0 ? $"{adjective} lovers of {when} films".Trim()
                : $"{adjective} all-rounders".Trim());
        }
    }

    static List<(string Genre, double Strength)> Leanings(PortraitTraits traits, PortraitTraits everyone, FeatureSpace space) =>
    [
        .. Enumerable.Range(0, space.Genres.Count)
            .Select(genre => (Genre: space.Genres[genre], Strength: traits.Strength(genre, everyone)))
            .Where(genre => genre.Strength >= LeastStrength)
            .OrderByDescending(genre => genre.Strength).ThenBy(genre => genre.Genre, StringComparer.Ordinal),
    ];

    static string Temper(PortraitTraits traits, PortraitTraits everyone)
    {
        var outspoken = Outspoken * everyone.GenerositySpread;
        var beyond = traits.Generosity - everyone.Generosity;
        return outspoken <= 0 ? "" : beyond >= outspoken ? "generous" : beyond <= -outspoken ? "critical" : "";
    }

    static string Pace(PortraitTraits traits, PortraitTraits everyone) =>
        traits.MedianRatings >= 1.5 * everyone.MedianRatings ? "avid" : traits.MedianRatings * 1.5 <= everyone.MedianRatings ? "casual" : "";

    static string Age(PortraitTraits traits, PortraitTraits everyone, FeatureSpace space)
    {
        var decades = space.Films.Decades;
        if (decades.Length == 0) return "";
        if (IsMore(Sum(decade => decade < ClassicUpTo))) return "classic";
        if (IsMore(Sum(decade => decade == decades[^1]))) return "recent";
        // A decade that everybody watches leaves no room for more of it.
        var most = decades.Where(decade => decade != 0).Select(decade => (Decade: decade, Shares: Sum(d => d == decade)))
            .Where(decade => IsMore(decade.Shares)).DefaultIfEmpty().MaxBy(decade => decade.Shares.Here - decade.Shares.All);
        return most.Decade == 0 ? "" : Words.DecadeFilms(most.Decade);

        (double Here, double All) Sum(Func<int, bool> of)
        {
            var (here, all) = (0.0, 0.0);
            for (var d = 0; d < decades.Length; d++)
            {
                if (!of(decades[d])) continue;
                here += traits.DecadeShare(d);
                all += everyone.DecadeShare(d);
            }

            return (here, all);
        }
    }

    // More than others, and enough of it to be told.
    static bool IsMore((double Here, double All) shares) => shares.Here >= MoreThanOthers * shares.All && shares.Here >= LeastDecadeShare;

    static string Join(string first, string second) => $"{first} {second}".Trim();

    static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
