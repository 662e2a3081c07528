using Matinee.Engine.Facts;
using Matinee.Engine.Features;
using Matinee.Engine.Files;
using Matinee.Engine.Forest;
using Matinee.Engine.Models;
using Matinee.Engine.Ratings;
using Matinee.Engine.Training;

namespace Matinee.Engine.Tests.Features;

public sealed class FeatureViewerTests
{
    static readonly KnownFacts s_facts = new(
        [
            new(10) { Year = 1980, Genres = ["Comedy"], Minutes = 90 },
            new(20) { Year = 1990, Genres = ["Comedy", "Drama"] },
            new(30) { Year = 2000, Genres = ["Drama"], Minutes = 110 },
            new(40) { Genres = ["Comedy", "Drama"] },
        ],
        Enumerable.Range(0, 6).Select(user => KeyValuePair.Create((long)user, new PersonFacts { Age = 20 + 10 * (user % 2), Gender = user % 2 == 0 ? "F" : "M" })));

    static readonly Interactions s_ratings = Interactions.From(
        from user in Enumerable.Range(0, 6)
        from film in Enumerable.Range(1, 4)
        where film < 4 || user < 3
        select new Rating(user, 10 * film, film == 1 ? 4 : user % 2 == 0 ? 3.5f : 2.5f, 0));

    static readonly FeatureTable s_table = FeatureTableBuilder.Of(s_ratings, s_facts, FeatureWords.Of(s_ratings, s_facts), new TrainingRun());

    [Fact]
    public void Names_OneForEachColumn_AreDifferent()
    {
        Assert.Equal(s_table.Columns.Width, s_table.Columns.Names.Count);
        Assert.Equal(s_table.Columns.Width, s_table.Columns.Names.Distinct().Count());
    }

    [Fact]
    public void Write_HandWorkedViewer_HasTheseNumbers()
    {
        var baseline = s_table.Baseline;
        OwnRating[] own = [new(0, 5), new(2, 2)];
        var row = Row(own, PersonFacts.Unknown, 1);
        float At(string name) => row[s_table.Columns.Names.ToList().IndexOf(name)];

        var bias = (5 - baseline.Expect(0) + (2 - baseline.Expect(2))) / (2 + baseline.UserShrinkage);
        var (comedy, drama) = ((5 - baseline.Expect(0) - bias) / (1 + 5), (2 - baseline.Expect(2) - bias) / (1 + 5));
        Assert.Equal(bias, At("viewer: generosity"), 1e-5);
        Assert.Equal(Math.Log(3), At("viewer: number of ratings"), 1e-5);
        Assert.Equal(1990, At("viewer: usual year"));
        Assert.Equal(0, At("year gap"));
        Assert.Equal((comedy + drama) / 2, At("liking of its genres"), 1e-5);
        Assert.Equal(comedy, At("liking of its best genre"), 1e-5);
        Assert.Equal(drama, At("liking of its worst genre"), 1e-5);
        Assert.Equal(0.5, At("share of its genres"), 1e-5);
        Assert.Equal(1, At("genre: Comedy"));
        Assert.Equal(1, At("genre: Drama"));
        Assert.Equal(Math.Log(7), At("film: number of ratings"), 1e-5);
        Assert.Equal(25, At("viewer: age"));
        Assert.Equal(100, At("film: minutes")); // not known: the mean of the others
        Assert.Equal(baseline.Expect(1) + bias, At("stars expected"), 1e-5);

        // Kin: half of the genres in common, ten years away on either side.
        var kin = 0.5 * 10 / 20;
        Assert.Equal(kin * (6 * comedy + 6 * drama) / (3 + 2 * kin), At("liking of kindred films"), 1e-5);
    }

    [Fact]
    public void Write_PersonTellsGender_BringsWhatTheirGroupLikes()
    {
        var column = s_table.Columns.Names.ToList().IndexOf("film liked by the gender");

        // Film 2 got 3.5 stars from women and 2.5 from men.
        Assert.True(Row([], new() { Gender = "F" }, 2)[column] > 0.01f);
        Assert.True(Row([], new() { Gender = "M" }, 2)[column] < -0.01f);
        Assert.Equal(0, Row([], new() { Gender = "unheard of" }, 2)[column]);
        Assert.Equal(0, Row([], PersonFacts.Unknown, 2)[column]);
    }

    [Fact]
    public void Write_UnknownFilm_IsTheNeutralRow()
    {
        var row = Row([new(0, 5)], PersonFacts.Unknown, -1);

        Assert.Equal(s_table.Baseline.MeanStars, row[0], 1e-6);
        Assert.Equal(0, row[1]);
        Assert.Equal(row, Row([new(0, 5)], PersonFacts.Unknown, 4));
    }

    [Fact]
    public void Read_NumberThatIsNone_IsRefused()
    {
        var films = s_table.Films.ToArray();
        films[3] = float.NaN;
        var table = new FeatureTable(s_table.Baseline, s_table.Words, films, s_table.Genres, s_table.GroupLiking, s_table.GenreLiking, 30);
        var model = new ForestModel(table, Trees.Of([[TreeNode.Leaf(3).Bits]]), new double[table.Columns.Width]);
        using var stream = new MemoryStream();
        ModelReader.Write(model, stream);
        stream.Position = 0;

        Assert.Contains("'films' holds NaN", Assert.Throws<ModelFileException>(() => ModelReader.Read(stream)).Message, StringComparison.Ordinal);
    }

    static float[] Row(OwnRating[] own, PersonFacts person, int item)
    {
        var row = new float[s_table.Columns.Width];
        s_table.Viewer(own, person).Write(item, row);
        return row;
    }
}
