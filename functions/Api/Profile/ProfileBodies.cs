using System.Text.Json.Serialization;
using Matinee.Api.Ratings;
using Matinee.Core.Accounts;

namespace Matinee.Api.Profile;

/// <summary>What a viewer tells about themselves: all of it is optional, and what is left out is erased.</summary>
/// <param name="Name">The name that others see; at most 80 characters, as the texts that follow.</param>
/// <param name="BirthYear">The year of birth, from 1900.</param>
/// <param name="Gender">In the viewer's own words.</param>
/// <param name="Occupation">In the viewer's own words.</param>
/// <param name="FavouriteGenres">At most 20 genres of the catalogue.</param>
public sealed record ProfileBody(
    string? Name = null, int? BirthYear = null, string? Gender = null, string? Occupation = null, IReadOnlyList<string>? FavouriteGenres = null)
{
    /// <summary>A profile as it is sent.</summary>
    public static ProfileBody Of(Core.Profiles.Profile profile) =>
        new(profile.Name, profile.BirthYear, profile.Gender, profile.Occupation, profile.FavouriteGenres);

    /// <summary>A profile as it came.</summary>
    public Core.Profiles.Profile ToProfile() =>
        new() { Name = Name, BirthYear = BirthYear, Gender = Gender, Occupation = Occupation, FavouriteGenres = FavouriteGenres ?? [] };
}

/// <summary>The answer to a question for consent.</summary>
/// <param name="IsGiven">Yes or no.</param>
/// <param name="PolicyVersion">The version of the policy that was shown; needed to agree.</param>
public sealed record ConsentBody(bool IsGiven, string? PolicyVersion = null);

/// <summary>What a viewer has said to one question for consent.</summary>
/// <param name="Purpose">What for.</param>
/// <param name="IsGiven">Yes or no; no, where nothing was ever said.</param>
/// <param name="At">When it was said.</param>
/// <param name="PolicyVersion">The version of the policy that was shown then.</param>
public sealed record ConsentItem(ConsentPurpose Purpose, bool IsGiven, DateTimeOffset? At, string? PolicyVersion);

/// <summary>All questions for consent, with the viewer's answers.</summary>
/// <param name="Items">One for each purpose.</param>
/// <param name="PolicyVersion">The version of the policy in force.</param>
public sealed record ConsentList(IReadOnlyList<ConsentItem> Items, string PolicyVersion)
{
    /// <summary>A user's answers.</summary>
    public static ConsentList Of(User user) => new([.. Enum.GetValues<ConsentPurpose>().Select(purpose =>
    {
        var said = user.Consents.FirstOrDefault(consent => consent.Purpose == purpose);
        return new ConsentItem(purpose, said?.IsGiven ?? false, said?.At, said?.PolicyVersion);
    })], Policy.Version);
}

/// <summary>A film on a viewer's shelf.</summary>
/// <param name="Movie">The film.</param>
/// <param name="At">Since when it is there.</param>
public sealed record ShelfItem(FilmLine Movie, DateTimeOffset At);

/// <summary>A part of a viewer's shelf.</summary>
/// <param name="Items">The films, the latest first.</param>
/// <param name="NextCursor">Where the next part begins; left out at the end.</param>
public sealed record ShelfPage(IReadOnlyList<ShelfItem> Items, string? NextCursor);

/// <summary>The JSON of profile, consents and shelf.</summary>
[JsonSerializable(typeof(ProfileBody))]
[JsonSerializable(typeof(ConsentBody))]
[JsonSerializable(typeof(ConsentList))]
[JsonSerializable(typeof(ShelfItem))]
[JsonSerializable(typeof(ShelfPage))]
public sealed partial class MyProfileJson : JsonSerializerContext;
