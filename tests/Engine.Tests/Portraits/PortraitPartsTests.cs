using Matinee.Engine.Facts;
using Matinee.Engine.Files;
using Matinee.Engine.Models;
using Matinee.Engine.Portraits;
using Matinee.Engine.Training;

namespace Matinee.Engine.Tests.Portraits;

public sealed class PortraitPartsTests
{
    [Fact]
    public void AddTo_AgeAndGender_IsNaiveBayesByHand()
    {
        // Portrait 0: thirty women of 20; portrait 1: sixty men of 50. A word of ninety people in all is smoothed by twenty.
        PersonFacts[] people =
        [
            .. Enumerable.Repeat(new PersonFacts { Age = 20, Gender = "F" }, 30),
            .. Enumerable.Repeat(new PersonFacts { Age = 50, Gender = "m" }, 60),
        ];
        int[] labels = [.. Enumerable.Repeat(0, 30), .. Enumerable.Repeat(1, 60)];
        var evidence = ProfileEvidence.Of(people, labels, [30, 60]);
        var weights = new double[2];

        evidence.AddTo(weights, new() { Age = 23, Gender = "f", Occupation = "never heard" });

        Assert.Equal(2 * Math.Log((30 + 20 / 3.0) / 50), weights[0], 1e-12);
        Assert.Equal(2 * Math.Log(20 / 3.0 / 80), weights[1], 1e-12);
    }

    [Fact]
    public void Choice_KneeAndSilhouette_DecideTogether()
    {
        // The knee is at 5; 4 and 6 stand beside it; 3 has the best silhouette but is out of reach.
        PortraitCount[] curve =
        [
            new(2, 100, 0, 0.20, 90), new(3, 80, 0.1, 0.50, 80), new(4, 60, 0.2, 0.30, 60),
            new(5, 45, 0.3, 0.28, 40), new(6, 42, 0.25, 0.31, 30), new(7, 40, 0, 0.1, 25),
        ];

        Assert.Equal(6, PortraitChoice.Of(curve, null));
        Assert.Equal(6, PortraitChoice.Of(curve, 5)); // 0.03 worse is more than a trifle
        Assert.Equal(5, PortraitChoice.Of([.. curve[..3], curve[3] with { Silhouette = 0.307 }, .. curve[4..]], 5));
        Assert.Equal(4, PortraitChoice.Of([.. curve[..4], curve[4] with { Smallest = 19 }, curve[5]], null));
        Assert.Equal(1, PortraitChoice.Of([], 7));
        Assert.Equal(2, PortraitChoice.Of([.. curve.Select(count => count with { Smallest = 3 })], null));
    }

    [Fact]
    public void Names_AlikeGroups_AreToldApart()
    {
        var community = PlantedCommunity.Of(200, seed: 4);
        var features = UserFeatures.Of(community.Ratings, community.Facts, 5, new TrainingRun());
        var everyone = new PortraitTraits(features.Space);
        var raw = new double[features.Space.Columns.Count];
        foreach (var user in features.Users)
        {
            var tally = TasteTally.Of(features.Space.Films, community.Ratings.OfUser(user));
            features.Space.Raw(tally, PersonFacts.Unknown, raw);
            everyone.Add(tally, raw, PersonFacts.Unknown);
        }

        var names = PortraitNames.Of([everyone, everyone, null, everyone, null], everyone, features.Space, ["all-rounders (3)"]);

        Assert.Equal(["All-rounders", "All-rounders (2)", "A small circle", "All-rounders (4)", "A small circle (2)"], names);
    }

    [Fact]
    public void Words_GenresAndLists_ReadAsPeopleSpeak()
    {
        Assert.Equal("science fiction", Words.Genre("Sci-Fi"));
        Assert.Equal("kung fu", Words.Genre("Kung Fu"));
        Assert.Equal("a, b and c", Words.List(["a", "b", "c"]));
        Assert.Equal("a and b", Words.List(["a", "b"]));
        Assert.Equal("", Words.List([]));
    }

    [Theory]
    [InlineData("details", "does not hold portraits")]
    [InlineData("unsound", "does not fit")]
    [InlineData("genres", "does not fit")]
    [InlineData("middles", "does not fit")]
    [InlineData("lists", "values, not")]
    [InlineData("counts", "does not hold counts")]
    public void Read_SectionsThatDoNotFit_AreRefused(string lie, string message)
    {
        var community = PlantedCommunity.Of(60, seed: 4);
        var model = new PortraitsTrainer(community.Facts, new() { Portraits = 2 }).Fit(community.Ratings, new TrainingRun());
        using var honest = new MemoryStream();
        ModelReader.Write(model, honest);
        honest.Position = 0;
        var file = ModelFile.Read(honest);
        var forged = new ModelFileWriter(PortraitsModel.Name);
        forged.Add("items", file.Section<int>("items"));
        var details = file.Text("details");
        forged.AddText("details", lie switch { "details" => details[..^9], "unsound" => details.Replace("\"MinRatings\":5", "\"MinRatings\":0", StringComparison.Ordinal), _ => details });
        forged.Add("film-genres", lie == "genres" ? Changed<long>("film-genres", long.MinValue) : file.Section<long>("film-genres"));
        forged.Add("film-decades", file.Section<int>("film-decades"));
        forged.Add("film-stars", file.Section<float>("film-stars"));
        forged.Add("middles", lie == "middles" ? Changed("middles", float.NaN) : file.Section<float>("middles"));
        forged.Add("evidence-words", file.Section<byte>("evidence-words"));
        forged.Add("evidence-counts", lie == "counts" ? Changed("evidence-counts", -1f) : file.Section<float>("evidence-counts"));
        forged.Add("list-of-all", file.Section<float>("list-of-all"));
        forged.Add("lists", lie == "lists" ? file.Section<float>("lists")[1..] : file.Section<float>("lists"));
        using var stream = new MemoryStream();
        forged.WriteTo(stream);
        stream.Position = 0;

        var error = Assert.Throws<ModelFileException>(() => ModelReader.Read(stream));

        Assert.Contains(message, error.Message, StringComparison.Ordinal);

        ReadOnlyMemory<T> Changed<T>(string section, T first) where T : unmanaged
        {
            var values = file.Section<T>(section).ToArray();
            values[0] = first;
            return values;
        }
    }
}
