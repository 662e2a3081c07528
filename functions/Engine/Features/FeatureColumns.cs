using System.Numerics;

namespace Matinee.Engine.Features;

/// <summary>The columns of the feature table and their names: what a film brings, what a viewer brings, what the two make together.</summary>
sealed class FeatureColumns
{
    // What a film brings; its genres follow.
    public const int FilmStars = 0;
    public const int FilmRatings = 1;
    public const int FilmSpread = 2;
    public const int FilmGenerosity = 3;
    public const int FilmExperience = 4;
    public const int FilmYear = 5;
    public const int FilmMinutes = 6;
    public const int FilmAudienceAge = 7;
    public const int FirstGenre = 8;

    // What a viewer brings, counted from Viewer on.
    public const int ViewerBias = 0;
    public const int ViewerRatings = 1;
    public const int ViewerSpread = 2;
    public const int ViewerYear = 3;
    public const int ViewerPopularity = 4;
    public const int ViewerAge = 5;
    public const int OfViewer = 6;

    // What both make together, counted from Pair on.
    public const int YearGap = 0;
    public const int PopularityGap = 1;
    public const int AgeGap = 2;
    public const int GenreLiking = 3;
    public const int GenreBest = 4;
    public const int GenreWorst = 5;
    public const int GenreShare = 6;
    public const int DecadeLiking = 7;
    public const int YearLeaning = 8;
    public const int PopularityLeaning = 9;
    public const int KinLiking = 10;
    public const int GroupLiking = 11; // of the film, by gender, age and occupation
    public const int GenresOfGroup = 3; // so far behind each of these: of its genres, by the same
    public const int Expected = 17;
    const int OfPair = 18;

    public FeatureColumns(FeatureWords words)
    {
        Viewer = FirstGenre + words.Genres.Length;
        Pair = Viewer + OfViewer;
        Names =
        [
            "film: stars expected", "film: number of ratings", "film: disagreement", "film: generosity of its viewers",
            "film: experience of its viewers", "film: year", "film: minutes", "film: age of its viewers",
            .. words.Genres.Select(genre => $"genre: {genre}"),
            "viewer: generosity", "viewer: number of ratings", "viewer: decidedness", "viewer: usual year", "viewer: usual popularity", "viewer: age",
            "year gap", "popularity gap", "age gap", "liking of its genres", "liking of its best genre", "liking of its worst genre",
            "share of its genres", "liking of its decade", "leaning to its year", "leaning to its popularity", "liking of kindred films",
            "film liked by the gender", "film liked by the age", "film liked by the occupation",
            "genres liked by the gender", "genres liked by the age", "genres liked by the occupation",
            "stars expected",
        ];
    }

    /// <summary>Where the columns of the viewer begin: before it are the film's.</summary>
    public int Viewer { get; }

    /// <summary>Where the columns of both together begin.</summary>
    public int Pair { get; }

    public int Width => Pair + OfPair;

    /// <summary>The name of each column.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>How many genres two films share of those that either has; 0 where neither has any.</summary>
    public static float Alike(int left, int right)
    {
        var either = BitOperations.PopCount((uint)(left | right));
        return either == 0 ? 0 : (float)BitOperations.PopCount((uint)(left & right)) / either;
    }
}
