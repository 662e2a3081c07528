using System.IO.Compression;
using Matinee.Core.Import;
using Matinee.Local.Import;
using Matinee.Local.Import.Sources;

namespace Matinee.Local.Tests.Import;

/// <summary>What can't be imported gives one clear message and leaves the store as it was, to the last blob.</summary>
public sealed class BadInputTests : IAsyncLifetime
{
    readonly TemporaryFolder _folder = new(inMemory: true);
    LocalStore _store = null!;

    public async ValueTask InitializeAsync()
    {
        _store = await LocalStore.OpenAsync();
        await SampleSets.ImportAsync(_store, SampleSets.Tab(_folder));
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public Task WrongFolder_IsToldWithWhatIsThere()
    {
        _folder.Write("pictures/a.jpg", "x");
        return RefusedAsync(Path.Combine(_folder.Path, "pictures"), "no MovieLens data", "a.jpg", "ratings.csv");
    }

    [Fact]
    public Task NothingThere_IsTold() => RefusedAsync(Path.Combine(_folder.Path, "nowhere"), "neither a folder nor a file");

    [Fact]
    public Task EmptyFolder_IsTold() => RefusedAsync(Directory.CreateDirectory(Path.Combine(_folder.Path, "empty")).FullName, "no MovieLens data");

    [Theory]
    [InlineData("", "no row")]
    [InlineData("userId,movieId,rating,timestamp\n", "no row")]
    [InlineData("a,b,c\n1,2,3\n", "begins with 'a,b,c'")]
    [InlineData("userId,movieId,rating,timestamp\n1,1,4.0,964982703\n1,3,4.0,9649", "middle of line 3")]
    [InlineData("userId,movieId,rating,timestamp\n1,1,4.0", "middle of line 2")]
    public Task BrokenRatings_AreTold(string ratings, string expected) => RefusedAsync(SampleSets.Csv(_folder, ratings: _ => ratings), expected);

    [Fact]
    public Task MostRowsBad_IsNotTheFileItShouldBe() =>
        RefusedAsync(SampleSets.Csv(_folder, ratings: text => text + string.Concat(Enumerable.Repeat("1;2;3;4\n", 50))), "50 of 56 rows", "line 8");

    [Fact]
    public Task BinaryRatings_AreTold() => RefusedAsync(SampleSets.Csv(_folder, ratings: _ => new string('\0', 2 << 20)), "no line break");

    [Fact]
    public Task NoFilms_IsTold()
    {
        var set = SampleSets.Csv(_folder);
        File.Delete(Path.Combine(set, "movies.csv"));
        return RefusedAsync(set, "movies.csv", "Unpack all of it");
    }

    [Theory]
    [InlineData("movies.csv", "film,name\n1,x\n", "no column movieId")]
    [InlineData("movies.csv", "", "movies.csv is empty")]
    [InlineData("links.csv", "movieId,imdbId\n1,2\n", "no column tmdbId")]
    public Task BrokenCsv_IsTold(string file, string content, string expected)
    {
        var set = SampleSets.Csv(_folder);
        File.WriteAllText(Path.Combine(set, file), content);
        return RefusedAsync(set, expected);
    }

    [Fact]
    public Task CutZip_IsTold()
    {
        var zip = SampleSets.Zip(_folder, SampleSets.Csv(_folder));
        File.WriteAllBytes(zip, File.ReadAllBytes(zip)[..^200]);
        return RefusedAsync(zip, "no zip archive", "cut off");
    }

    [Fact]
    public Task ZipWithAnotherStar_IsTold()
    {
        var from = SampleSets.Csv(_folder);
        var zip = Path.Combine(_folder.Path, "ml-test.zip");
        ZipFile.CreateFromDirectory(from, zip, CompressionLevel.NoCompression, includeBaseDirectory: true);
        var bytes = File.ReadAllBytes(zip);
        // As good a line as before, and as long.
        "2"u8.CopyTo(bytes.AsSpan(bytes.AsSpan().IndexOf("1,1,4.0"u8) + 4));
        File.WriteAllBytes(zip, bytes);
        return RefusedAsync(zip, "ratings.csv", "other bytes than the archive was made of");
    }

    [Fact]
    public Task ZipBomb_IsNotUnpacked()
    {
        var zip = Path.Combine(_folder.Path, "ml-bomb.zip");
        using (var archive = ZipFile.Open(zip, ZipArchiveMode.Create))
        {
            using (var movies = new StreamWriter(archive.CreateEntry("movies.csv").Open())) movies.Write("movieId,title,genres\n1,A (1995),Drama\n");
            using var ratings = new StreamWriter(archive.CreateEntry("ratings.csv", CompressionLevel.SmallestSize).Open());
            var zeros = new string('0', 1 << 20);
            for (var i = 0; i < 160; i++) ratings.Write(zeros);
        }

        return RefusedAsync(zip, "ratings.csv", "unpacks from");
    }

    [Fact]
    public async Task ZipWithPathsThatLeadElsewhere_IsReadByNamesAlone()
    {
        var zip = SampleSets.Zip(_folder, SampleSets.Csv(_folder));
        using (var archive = ZipFile.Open(zip, ZipArchiveMode.Update))
        {
            using var writer = new StreamWriter(archive.CreateEntry("../../escaped.csv").Open());
            writer.Write("x");
        }

        await SampleSets.ImportAsync(_store, zip, "ml-zip");
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(_folder.Path)!, "escaped.csv"));
    }

    [Theory]
    [InlineData("ftp://example.org/ml.zip", "must begin with https")]
    [InlineData("file:///etc/passwd", "must begin with https")]
    [InlineData("http://127.0.0.1:9/ml.zip", "--allow-private")]
    [InlineData("http://[::1]:9/ml.zip", "--allow-private")]
    [InlineData("http://169.254.169.254/latest/ml.zip", "--allow-private")]
    public Task AddressesThatMayNotBeAsked_AreTold(string address, string expected) => RefusedAsync(address, expected);

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.20.0.1", false)]
    [InlineData("172.32.0.1", true)]
    [InlineData("192.168.1.1", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("2606:4700::1111", true)]
    public void PublicAddress_OfEachKind_IsKnown(string address, bool expected) => Assert.Equal(expected, PublicAddress.Is(System.Net.IPAddress.Parse(address)));

    [Fact]
    public async Task AnyDamage_GivesOneMessageOrASoundImport()
    {
        var random = new Random(11);
        var set = SampleSets.Csv(_folder, "ml-damaged");
        var files = Directory.GetFiles(set).ToDictionary(file => file, File.ReadAllBytes);
        for (var round = 0; round < 60; round++)
        {
            foreach (var (file, sound) in files) await File.WriteAllBytesAsync(file, SampleSets.Damaged(sound, random));
            await TryAsync(set);
        }
    }

    [Fact]
    public async Task AnyDamageOfAnArchive_GivesOneMessageOrASoundImport()
    {
        var random = new Random(12);
        var archive = SampleSets.Zip(_folder, SampleSets.Csv(_folder, "ml-damaged"));
        var sound = await File.ReadAllBytesAsync(archive);
        for (var round = 0; round < 300; round++)
        {
            await File.WriteAllBytesAsync(archive, SampleSets.Damaged(sound, random));
            await TryAsync(archive);
        }
    }

    static async Task TryAsync(string set)
    {
        try
        {
            using var opened = await InputLocation.OpenAsync(set, new(), null, default);
            var (problems, source) = (new Problems(), ImportSource.Named("ml-damaged"));
            var read = new Matinee.Local.Import.MovieLens.MovieLensImport(opened, source, problems, TimeProvider.System).Open(new([]), null, default);
            Assert.InRange(DryRun.Of(read).Ratings, 1, 6);
        }
        catch (ImportException error)
        {
            Assert.NotEmpty(error.Message);
        }
    }

    async Task RefusedAsync(string location, params string[] expected)
    {
        var (dump, blobs) = (await _store.DumpAsync(), await _store.BlobListAsync());
        var error = await Assert.ThrowsAsync<ImportException>(() => SampleSets.ImportAsync(_store, location, "ml-bad"));
        Assert.All(expected, text => Assert.Contains(text, error.Message, StringComparison.Ordinal));
        Assert.Equal(dump, await _store.DumpAsync());
        Assert.Equal(blobs, await _store.BlobListAsync());
    }
}
