using System.Globalization;
using Matinee.Core.Blobs;
using Matinee.Core.Models;
using Matinee.Engine.Als;
using Matinee.Engine.Ratings;
using Matinee.Local.Commands;
using Matinee.Local.Parquet;
using Matinee.Local.Spark;
using Matinee.Local.Tests.Commands;

namespace Matinee.Local.Tests.Spark;

/// <summary>The way past one machine and back: ratings out as Parquet, factors of Spark's kind in again.</summary>
public sealed class FactorImportTests
{
    const int Rank = 4;
    const double Alpha = 3;
    const double RegParam = 0.05;

    [Fact]
    public async Task Commands_OutAndInAgain_ServeWhatSparkFound()
    {
        using var folder = new TemporaryFolder(inMemory: true);
        var (data, table, model) = (Path.Combine(folder.Path, "data"), Path.Combine(folder.Path, "table"), Path.Combine(folder.Path, "model"));
        await CommandLine.DoneAsync("import", "movielens", GeneratedSet.Write(folder), "--data", data);

        var exported = await CommandLine.DoneAsync("export", table, "--parquet", "--data", data);
        Assert.Contains("3,000 ratings of 60 films by 120 people are in ", exported.Output, StringComparison.Ordinal);
        var ratings = Exported(table);
        Assert.Equal(RatingsOf(folder), ratings.Select(rating => rating.Stars).Order());
        var spark = new NaiveSparkAls(ratings, Rank, RegParam, Alpha).Fit(6);
        SparkModelFolder.Write(model, "itemFactors", spark.Films);
        SparkModelFolder.Write(model, "userFactors", spark.Users);
        string[] import = ["models", "import-factors", model, "--ratings", table, "--alpha", "3", "--reg-param", "0.05", "--data", data];

        var refused = await CommandLine.RunAsync(import);
        Assert.Equal(ExitCode.Wrong, refused.Code);
        Assert.Contains("No model is in service to predict stars beside these lists", refused.Errors, StringComparison.Ordinal);

        await CommandLine.DoneAsync("train", "--data", data);
        var said = (await CommandLine.DoneAsync([.. import, "--json"])).Json;
        Assert.Equal((60, Rank, 1.0, 120), ((int)said["films"]!, (int)said["rank"]!, (double)said["coveredFilms"]!, (int)said["compared"]!));
        Assert.InRange((double)said["difference"]!, 0, 1e-3);

        var version = (string)said["version"]!;
        var list = (await CommandLine.DoneAsync("models", "list", "--json", "--data", data)).Json;
        Assert.NotEqual(version, (string)list["current"]!);
        await CommandLine.DoneAsync("models", "promote", version, "--data", data);
        var shown = (await CommandLine.DoneAsync("models", "show", "current", "--json", "--data", data)).Json;
        Assert.Equal(("spark-als", 3000L), ((string)shown["model"]!["lists"]!, (long)shown["model"]!["data"]!["ratings"]!));
        Assert.Contains("have seen all ratings", (string)shown["parameters"]!["unmeasured"]!, StringComparison.Ordinal);

        var models = new ModelStore(new FolderBlobs(Path.Combine(data, "blobs")), TimeProvider.System);
        var served = Assert.IsType<AlsModel>(ServedModel.Read(await models.OpenAsync(ModelVersion.Parse(version))).Lists);
        Assert.Equal(spark.Films.Keys.Order(), served.Items.Ids.ToArray());
        foreach (var (user, vector) in spark.Users) AssertListOf(user, vector, served, ratings, spark.Films);

        // The next retraining measures again, and what it can't make anew gives way to what it can.
        Assert.Equal("promoted", (string)(await CommandLine.DoneAsync("train", "--force", "--json", "--data", data)).Json["run"]!["outcome"]!);
    }

    [Fact]
    public async Task ImportFactors_WhatDoesNotFit_IsRefusedWithValueAndCure()
    {
        using var folder = new TemporaryFolder(inMemory: true);
        var (data, table) = (Path.Combine(folder.Path, "data"), Path.Combine(folder.Path, "table"));
        await CommandLine.DoneAsync("import", "movielens", GeneratedSet.Write(folder), "--data", data);
        await CommandLine.DoneAsync("export", table, "--parquet", "--data", data);
        var ratings = Exported(table);
        var spark = new NaiveSparkAls(ratings, Rank, RegParam, Alpha).Fit(3);

        await RefusedAsync("There is no itemFactors in", _ => { });
        await RefusedAsync("There is no .parquet file in", to => Directory.CreateDirectory(Path.Combine(to, "itemFactors")));
        await RefusedAsync("There is no vector in", to => Films(to, []));
        await RefusedAsync("has 3 numbers, and others have 4", to => Films(to, With(spark.Films, 7, new float[3])));
        await RefusedAsync("The vector of id 7 in", to => Films(to, With(spark.Films, 7, [1, float.NaN, 0, 0])));
        await RefusedAsync("holds Infinity. Train again with a larger regParam", to => Films(to, With(spark.Films, 7, [1, 0, float.PositiveInfinity, 0])));
        await RefusedAsync("There is a vector of id -3", to => Films(to, With(spark.Films, -3, new float[Rank])));
        await RefusedAsync("2 of 62 vectors are of films that nobody in", to => Films(to, With(With(spark.Films, 901, new float[Rank]), 902, new float[Rank])));
        await RefusedAsync("Only 29 of 60 rated films have a vector", to => Films(to, spark.Films.Take(29).ToDictionary()));
        await RefusedAsync("do not span the 4 dimensions that they have. Train with a lower rank", to => Films(to, spark.Films.ToDictionary(film => film.Key, _ => new float[] { 1, 2, 3, 4 })));
        await RefusedAsync("has a second vector of id", to =>
        {
            Films(to, spark.Films);
            SparkModelFolder.WritePart(Path.Combine(to, "itemFactors", "part-00009.snappy.parquet"), [.. spark.Films.Take(1)]);
        });
        await RefusedAsync("has no column 'id' of type Int32; it has userId, movieId, stars, at", to =>
            File.Copy(Path.Combine(table, RatingTable.FileName), Path.Combine(Directory.CreateDirectory(Path.Combine(to, "itemFactors")).FullName, "part-00000.parquet")));
        await RefusedAsync("None of 120 people of", to => Both(to, spark.Users.ToDictionary(user => user.Key + 5000, user => user.Value)));
        await RefusedAsync("the factors are not those of these ratings with --alpha 40 and --reg-param 0.05", to => Both(to, spark.Users), "40");
        Assert.Contains("Alpha must be from", (await RunAsync(folder.Path, table, "0", data)).Errors, StringComparison.Ordinal);
        Assert.Contains("Write it with: matinee export", (await RunAsync(folder.Path, folder.Path, "3", data)).Errors, StringComparison.Ordinal);
        Assert.Contains("leave --source out", (await CommandLine.RunAsync("export", table, "--parquet", "--source", "two-tastes", "--data", data)).Errors, StringComparison.Ordinal);

        void Both(string to, Dictionary<int, float[]> users)
        {
            Films(to, spark.Films);
            SparkModelFolder.Write(to, "userFactors", users);
        }

        async Task RefusedAsync(string expected, Action<string> write, string alpha = "3")
        {
            var to = Directory.CreateDirectory(Path.Combine(folder.Path, Guid.NewGuid().ToString())).FullName;
            write(to);
            var said = await RunAsync(to, table, alpha, data);
            Assert.Equal(ExitCode.Wrong, said.Code);
            Assert.Contains(expected, said.Errors, StringComparison.Ordinal);
        }
    }

    static Task<Said> RunAsync(string model, string table, string alpha, string data) =>
        CommandLine.RunAsync("models", "import-factors", model, "--ratings", table, "--alpha", alpha, "--reg-param", "0.05", "--data", data);

    static void Films(string to, Dictionary<int, float[]> films) => SparkModelFolder.Write(to, "itemFactors", films, films.Count == 0 ? 1 : 2);

    static Dictionary<int, float[]> With(Dictionary<int, float[]> films, int id, float[] vector) => new(films) { [id] = vector };

    static List<(int User, int Film, float Stars)> Exported(string table)
    {
        using var file = ParquetFile.Open(Path.Combine(table, RatingTable.FileName));
        return [.. RatingTable.Read(file)];
    }

    static IEnumerable<float> RatingsOf(TemporaryFolder folder) => File.ReadLines(Path.Combine(folder.Path, "two-tastes", "ratings.csv")).Skip(1)
        .Select(line => float.Parse(line.Split(',')[2], CultureInfo.InvariantCulture)).Order();

    /// <summary>The list of a viewer with the person's own ratings is the one that the two vectors make.</summary>
    static void AssertListOf(int user, float[] vector, AlsModel served, List<(int User, int Film, float Stars)> ratings, Dictionary<int, float[]> films)
    {
        var viewer = served.FoldIn([.. ratings.Where(rating => rating.User == user).Select(rating => new OwnRating(served.Items.IndexOf(rating.Film), rating.Stars))]);
        foreach (var (film, of) in films) Assert.Equal(vector.Zip(of, (x, y) => (double)x * y).Sum(), viewer.Score(served.Items.IndexOf(film)), 1e-3);
    }
}
