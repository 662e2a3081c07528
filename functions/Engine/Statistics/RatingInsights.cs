using Matinee.Engine.Facts;
using Matinee.Engine.Portraits;
using Matinee.Engine.Ratings;
using Matinee.Engine.Training;

namespace Matinee.Engine.Statistics;

/// <summary>What a set of ratings looks like, as the insights show it: numbers about all, with nobody's id or row among them.</summary>
public sealed record RatingInsights
{
    const string Stage = "Looking at the ratings";

    /// <summary>How much is known.</summary>
    public required Coverage Coverage { get; init; }

    /// <summary>The mean of all ratings.</summary>
    public required double MeanStars { get; init; }

    /// <summary>How many ratings have half a star, one star, ... five stars.</summary>
    public required IReadOnlyList<int> Stars { get; init; }

    /// <summary>How many people have rated how many films.</summary>
    public required IReadOnlyList<LogBin> RatingsOfPeople { get; init; }

    /// <summary>How many films have how many ratings.</summary>
    public required IReadOnlyList<LogBin> RatingsOfFilms { get; init; }

    /// <summary>When ratings came.</summary>
    public required Timeline Timeline { get; init; }

    /// <summary>How popular and how well liked genres are, over the years.</summary>
    public required IReadOnlyList<GenreYear> Genres { get; init; }

    /// <summary>What goes together in people.</summary>
    public required CorrelationMatrix Correlations { get; init; }

    /// <summary>Looks at the ratings of a set.</summary>
    /// <param name="ratings">The ratings.</param>
    /// <param name="facts">What is known besides; people's facts only where they agreed.</param>
    /// <param name="portraits">Adds who belongs to which portrait to what is correlated.</param>
    /// <param name="run">Threads, progress and cancellation.</param>
    public static RatingInsights Of(Interactions ratings, KnownFacts facts, PortraitsModel? portraits = null, TrainingRun? run = null)
    {
        ArgumentNullException.ThrowIfNull(ratings);
        ArgumentNullException.ThrowIfNull(facts);
        run ??= new();
        run.Progress?.Report(new(Stage, 0));
        var ofPeople = Enumerable.Range(0, ratings.Users.Count).Select(user => ratings.OfUser(user).Count).ToArray();
        var ofFilms = Enumerable.Range(0, ratings.Items.Count).Select(item => ratings.OfItem(item).Count).ToArray();
        var stars = new int[Engine.Ratings.Stars.MaxHalves];
        for (var user = 0; user < ofPeople.Length; user++)
        {
            foreach (var halves in ratings.OfUser(user).Halves) stars[halves - 1]++;
        }

        run.Cancellation.ThrowIfCancellationRequested();
        var insights = new RatingInsights
        {
            Coverage = Coverage.Of(ratings, facts, ofPeople, ofFilms),
            MeanStars = ratings.MeanStars,
            Stars = stars,
            RatingsOfPeople = LogBin.Of(ofPeople),
            RatingsOfFilms = LogBin.Of(ofFilms),
            Timeline = Timeline.Of(ratings.All().Select(rating => ((uint)rating.Time, (double)rating.Stars))),
            Genres = GenreYear.Of(ratings, facts),
            Correlations = CorrelationMatrix.Of(PeopleTable.Of(ratings, facts, null, portraits, run with { Progress = null })),
        };
        run.Progress?.Report(new(Stage, 1));
        return insights;
    }
}
