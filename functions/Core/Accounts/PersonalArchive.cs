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

    /// <summary>Writes the archive.</summary>
    public async Task WriteAsync(Stream stream, CancellationToken cancellation = default)
    {
        var zip = await ZipArchive.CreateAsync(stream, ZipArchiveMode.Create, leaveOpen: true, null, cancellation).ConfigureAwait(false);
        await using (zip.ConfigureAwait(false))
        {
            var user = data.User;
            var ratings = data.Ratings.Select(rating => PersonalRating.Of(rating, catalogue.Find(rating.MovieId))).ToList();
            var json = PersonalJson.Default;
            await AddAsync(zip, "README.txt", Encoding.UTF8.GetBytes(Readme), cancellation).ConfigureAwait(false);
            await AddAsync(zip, "account.json", new(user.Id, user.LoginName, user.CreatedAt, user.PasswordSetAt, user.Portrait), json.PersonalAccount, cancellation).ConfigureAwait(false);
            await AddAsync(zip, "profile.json", user.Profile, json.Profile, cancellation).ConfigureAwait(false);
            await AddAsync(zip, "consents.json", user.Consents, json.IReadOnlyListConsent, cancellation).ConfigureAwait(false);
            await AddAsync(zip, "devices.json", data.Sessions, json.IReadOnlyListSession, cancellation).ConfigureAwait(false);
            await AddAsync(zip, "ratings.csv", TableOf(ratings), cancellation).ConfigureAwait(false);
            await AddAsync(zip, "ratings.json", ratings, json.IReadOnlyListPersonalRating, cancellation).ConfigureAwait(false);
            await AddAsync(zip, "reviews.json", [.. ratings.Where(static rating => rating.Review is not null)], json.IReadOnlyListPersonalRating, cancellation).ConfigureAwait(false);
            await AddAsync(zip, "shelf.json", [.. data.Shelf.Select(entry => PersonalShelfEntry.Of(entry, catalogue.Find(entry.MovieId)))], json.IReadOnlyListPersonalShelfEntry, cancellation).ConfigureAwait(false);
        }
    }

    static Task AddAsync<T>(ZipArchive zip, string name, T value, JsonTypeInfo<T> json, CancellationToken cancellation) =>
        AddAsync(zip, name, JsonSerializer.SerializeToUtf8Bytes(value, json), cancellation);

    static async Task AddAsync(ZipArchive zip, string name, byte[] content, CancellationToken cancellation)
    {
        var file = await zip.CreateEntry(name).OpenAsync(cancellation).ConfigureAwait(false);
        await using (file.ConfigureAwait(false)) await file.WriteAsync(content, cancellation).ConfigureAwait(false);
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
