using System.Security.Cryptography;
using System.Text;
using Matinee.Core.Blobs;
using Matinee.Core.Ratings;
using Matinee.Engine.Files;

namespace Matinee.Core.Import;

/// <summary>What an import leaves beside the ratings snapshot: its people, and which films it has ratings for.</summary>
/// <param name="People">Its people, in ascending order of ids; those of whom nothing is known may be left out.</param>
/// <param name="Films">The films that its ratings are of, in ascending order.</param>
/// <param name="Numbers">The films by the source's own numbers for them.</param>
/// <param name="Reviews">A hash of all reviews.</param>
sealed record ImportFile(
    IReadOnlyList<ImportedPerson> People, IReadOnlyList<int> Films, IReadOnlyDictionary<int, int> Numbers, string Reviews)
{
    public const string Root = "imports/";

    const string Kind = "imported-people";
    const byte RatingsShared = 1;
    const byte ProfileShared = 2;

    public static string BlobOf(string name) => $"{Root}{name}.bin";

    public static async Task<ImportFile?> ReadAsync(IBlobs blobs, string name, CancellationToken cancellation) =>
        await StreamedFile.OpenAsync(blobs, BlobOf(name), "Loading people", null, cancellation) is { } file ? Read(file) : null;

    /// <summary>A hash by which the same reviews are known.</summary>
    public static string HashOf(IEnumerable<ViewerRating> reviews)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var review in reviews)
            hash.AppendData(Encoding.UTF8.GetBytes($"{review.UserId}\n{review.MovieId}\n{review.Stars}\n{review.RatedAt.Ticks}\n{review.Review}\n"));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    public bool IsSameAs(ImportFile other) =>
        Reviews == other.Reviews && People.SequenceEqual(other.People) && Films.SequenceEqual(other.Films)
        && Numbers.Count == other.Numbers.Count && Numbers.All(film => other.Numbers.TryGetValue(film.Key, out var id) && id == film.Value);

    public Task WriteAsync(IBlobs blobs, string name, CancellationToken cancellation) =>
        StreamedFile.UploadAsync(blobs, BlobOf(name), Write(), "Saving people", null, cancellation);

    ModelFileWriter Write()
    {
        var file = new ModelFileWriter(Kind);
        file.Add<byte>("ids", Lines(People.Select(person => person.UserId)));
        file.Add<byte>("names", Lines(People.Select(person => person.Name)));
        file.Add<byte>("genders", Lines(People.Select(person => person.Gender)));
        file.Add<byte>("occupations", Lines(People.Select(person => person.Occupation)));
        file.Add<byte>("ages", People.Select(person => (byte)(person.Age ?? 0)).ToArray());
        file.Add<byte>("consents", People.Select(ConsentsOf).ToArray());
        file.Add<int>("films", Films.ToArray());
        var numbers = Numbers.Keys.Order().ToArray();
        file.AddText("reviews", Reviews);
        file.Add<int>("numbers", numbers);
        file.Add<int>("numbered-films", Array.ConvertAll(numbers, number => Numbers[number]));
        return file;
    }

    static ImportFile Read(ModelFile file)
    {
        if (file.Kind != Kind) throw new ModelFileException($"This is a file of kind '{file.Kind}', not one of imported people.");
        var ids = Texts("ids");
        var (names, genders, occupations) = (Texts("names"), Texts("genders"), Texts("occupations"));
        var (ages, consents) = (file.Section<byte>("ages", ids.Length), file.Section<byte>("consents", ids.Length));
        if (names.Length != ids.Length || genders.Length != ids.Length || occupations.Length != ids.Length)
            throw new ModelFileException($"There are {ids.Length} people, but {names.Length} names, {genders.Length} genders, {occupations.Length} occupations.");
        var people = new ImportedPerson[ids.Length];
        for (var i = 0; i < people.Length; i++)
        {
            people[i] = new(ids[i]!)
            {
                Name = names[i],
                Age = ages.Span[i] == 0 ? null : ages.Span[i],
                Gender = genders[i],
                Occupation = occupations[i],
                SharesRatings = (consents.Span[i] & RatingsShared) != 0,
                SharesProfile = (consents.Span[i] & ProfileShared) != 0,
            };
        }

        var numbers = file.Section<int>("numbers");
        var films = file.Section<int>("numbered-films", numbers.Length);
        var byNumber = new Dictionary<int, int>(numbers.Length);
        for (var i = 0; i < numbers.Length; i++) byNumber[numbers.Span[i]] = films.Span[i];
        return new(people, file.Section<int>("films").ToArray(), byNumber, file.Text("reviews"));

        string?[] Texts(string section)
        {
            var text = Encoding.UTF8.GetString(file.Section<byte>(section).Span);
            // Few different words and many people: each word is kept once.
            var known = new Dictionary<string, string>();
            return text.Length == 0 ? [] : Array.ConvertAll(text[..^1].Split('\n'), line => line.Length == 0 ? null : known.TryAdd(line, line) ? line : known[line]);
        }
    }

    static byte ConsentsOf(ImportedPerson person) =>
        (byte)((person.SharesRatings ? RatingsShared : 0) | (person.SharesProfile ? ProfileShared : 0));

    static byte[] Lines(IEnumerable<string?> texts)
    {
        var all = new StringBuilder();
        foreach (var text in texts) all.Append(text?.ReplaceLineEndings(" ")).Append('\n');
        return Encoding.UTF8.GetBytes(all.ToString());
    }
}
