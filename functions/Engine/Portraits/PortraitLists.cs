using Matinee.Engine.Numerics;
using Matinee.Engine.Ratings;
using Matinee.Engine.Training;

namespace Matinee.Engine.Portraits;

/// <summary>Which share of each portrait's people likes each film, and which share of all.</summary>
/// <param name="OfAll">The share of all people, film by film.</param>
/// <param name="OfPortraits">The share of each portrait's people, drawn towards that of all; one row a portrait.</param>
sealed record PortraitLists(ReadOnlyMemory<float> OfAll, ReadOnlyMemory<float> OfPortraits)
{
    const string Stage = "Listing what portraits like";

    /// <summary>Counts likes. A hidden portrait gets everybody's list, so that nothing of its people shows.</summary>
    public static PortraitLists Of(Interactions ratings, int[] portraitOfUser, int[] sizes, PortraitsOptions options, TrainingRun run)
    {
        var (films, people) = (ratings.Items.Count, Math.Max(1, sizes.Sum()));
        var (ofAll, ofPortraits) = (new float[films], new float[sizes.Length * films]);
        var steps = new Steps(run, Stage, films);
        Rows.ForEach(films, run, () => new double[sizes.Length], (film, likes) =>
        {
            Array.Clear(likes);
            var row = ratings.OfItem(film);
            for (var i = 0; i < row.Count; i++)
            {
                if (row.StarsAt(i) >= options.LikedFrom && portraitOfUser[row.Others[i]] >= 0) likes[portraitOfUser[row.Others[i]]]++;
            }

            var all = likes.Sum() / people;
            ofAll[film] = (float)all;
            for (var p = 0; p < sizes.Length; p++)
            {
                ofPortraits[p * films + film] = sizes[p] < Portrait.MinPeople
                    ? (float)all
                    : (float)((likes[p] + options.ListShrinkage * all) / (sizes[p] + options.ListShrinkage));
            }

            steps.Done();
        });
        return new(ofAll, ofPortraits);
    }

    public ReadOnlySpan<float> Of(int portrait) => OfPortraits.Span.Slice(portrait * OfAll.Length, OfAll.Length);
}
