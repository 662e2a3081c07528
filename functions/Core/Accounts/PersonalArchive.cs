using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Matinee.Core.Catalog;

namespace Matinee.Core.Accounts;

/// <summary>A person's data as one zip file: JSON for programs, CSV for tables and for other services' imports.</summary>
/// <param name="data">The data.</param>
/// <param name="catalogue">What the films are called.</param>
public sealed class PersonalArchive(PersonalData data, CatalogueView catalogue)
{
    const string Readme = """
        Everything that Matinee keeps of you.

        account.json   your account; the password itself is not kept, only what it can be checked against, and that is of no use to you
        profile.json   what you have told about yourself
        consents.json  what you have agreed to, when, and to which version of the policy
        devices.json   where you are signed in
        ratings.csv    your ratings and reviews, as a table that other services can import
        ratings.json   the same
        reviews.json   those of them with a text
        shelf.json     your watchlist, what you have seen, and what you do not want to be recommended

        Times are UTC. Recommendations are made of these when you ask for them, and are not kept.

        """;

    /// <summary>The archive, whole: what is sent of it has a length, so that nobody takes a part for all.</summary>
    public byte[] ToZip()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true)) AddTo(zip);
        return file.ToArray();
    }

    void AddTo(ZipArchive zip)
    {
        var user = data.User;
        var ratings = data.Ratings.Select(rating => PersonalRating.Of(rating, catalogue.Find(rating.MovieId))).ToList();
        var shelf = data.Shelf.Select(entry => PersonalShelfEntry.Of(entry, catalogue.Find(entry.MovieId))).ToList();
        var json = PersonalJson.Default;
        Add(zip, "README.txt", Encoding.UTF8.GetBytes(Readme));
        Add(zip, "account.json", new(user.Id, user.LoginName, user.CreatedAt, user.PasswordSetAt), json.PersonalAccount);
        Add(zip, "profile.json", user.Profile, json.Profile);
        Add(zip, "consents.json", user.Consents, json.IReadOnlyListConsent);
        Add(zip, "devices.json", data.Sessions, json.IReadOnlyListSession);
        Add(zip, "ratings.csv", TableOf(ratings));
        Add(zip, "ratings.json", ratings, json.IReadOnlyListPersonalRating);
        Add(zip, "reviews.json", [.. ratings.Where(static rating => rating.Review is not null)], json.IReadOnlyListPersonalRating);
        Add(zip, "shelf.json", shelf, json.IReadOnlyListPersonalShelfEntry);
    }

    static void Add<T>(ZipArchive zip, string name, T value, JsonTypeInfo<T> json) => Add(zip, name, JsonSerializer.SerializeToUtf8Bytes(value, json));

    static void Add(ZipArchive zip, string name, byte[] content)
    {
        using var file = zip.CreateEntry(name).Open();
        file.Write(content);
    }

    static byte[] TableOf(IReadOnlyList<PersonalRating> ratings)
    {
        var table = new StringBuilder("movieId,imdbId,title,year,stars,date,review\r\n");
        foreach (var rating in ratings)
        {
            table.Append(CultureInfo.InvariantCulture, $"{rating.MovieId},{Field(rating.ImdbId)},{Field(rating.Title)},{rating.Year},{rating.Stars}");
            table.Append(CultureInfo.InvariantCulture, $",{rating.RatedAt.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss.fff'Z'},{Field(rating.Review)}\r\n");
        }

        return Encoding.UTF8.GetBytes(table.ToString());
    }

    // As RFC 4180 has it.
    static string Field(string? text) => text is not null && text.AsSpan().ContainsAny("\",\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text ?? "";
}
