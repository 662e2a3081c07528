using Matinee.Core.Catalog;
using Matinee.Engine.Numerics;

namespace Matinee.Local.Seed.Community;

/// <summary>Short reviews put together from templates. They say nothing that the catalogue does not, and the first word says that they are simulated.</summary>
static class ReviewText
{
    /// <summary>What every text begins with.</summary>
    public const string Mark = "[Simulated] ";

    const int GoodHalves = 8;
    const int FairHalves = 6;

    static readonly string[] s_good =
    [
        "{0} stays with you.", "I could watch {0} every year.", "Wonderful from the first minute to the last.", "A film to show to friends.",
        "Better than I remembered it.", "This is why I go to the cinema.", "Not a minute too long.", "I did not expect to like it that much.",
    ];

    static readonly string[] s_fair =
    [
        "Good enough for an evening.", "{0} has its moments.", "A strong beginning, then it loses its way.", "I liked parts of it.",
        "Neither good nor bad.", "Worth seeing once.", "I had hoped for more.",
    ];

    static readonly string[] s_poor =
    [
        "{0} is not for me.", "I looked at my watch more than once.", "I do not see what others see in it.", "Too long, and it says too little.",
        "I gave up half-way and came back only to finish it.", "A good idea wasted.",
    ];

    static readonly string[] s_goodDetails =
    [
        "{1} at the very best.", "{2} carries it.", "As {3} goes, hardly anything comes close.", "All that {4} could be, it is here.", "The {3} works, and so does the rest.",
    ];

    static readonly string[] s_poorDetails =
    [
        "{1} has made better ones.", "Not even {2} can save it.", "As {3} goes, there are better ones.", "There is more to say about {4} than this.", "The {3} did not work for me.",
    ];

    public static string For(Movie film, SimulatedRating rating, ulong seed)
    {
        var random = new SeededRandom(seed, ((ulong)rating.Person << 32) | (uint)rating.MovieId);
        var opinions = rating.Halves >= GoodHalves ? s_good : rating.Halves >= FairHalves ? s_fair : s_poor;
        var details = rating.Halves > FairHalves ? s_goodDetails : s_poorDetails;
        object?[] words =
        [
            film.Title,
            film.Directors.Count > 0 ? film.Directors[0] : null,
            film.Cast.Count > 0 ? film.Cast[random.Next(Math.Min(2, film.Cast.Count))] : null,
            film.Genres.Count > 0 ? film.Genres[random.Next(film.Genres.Count)].ToLowerInvariant() : null,
            film.Keywords.Count > 0 ? film.Keywords[random.Next(film.Keywords.Count)] : null,
        ];
        var opinion = string.Format(opinions[random.Next(opinions.Length)], words);
        var detail = details[random.Next(details.Length)];
        var known = Enumerable.Range(0, words.Length).All(i => words[i] is not null || !detail.Contains($"{{{i}}}", StringComparison.Ordinal));
        return Mark + (known && random.Next(3) > 0 ? $"{opinion} {string.Format(detail, words)}" : opinion);
    }
}
