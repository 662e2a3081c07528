using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace Matinee.Core.Import;

/// <summary>Where ratings came from that no account stands behind, such as ml-latest-small. Its people's ids begin with its name and a colon.</summary>
public sealed record ImportSource
{
    /// <summary>The longest name.</summary>
    public const int MaxLength = 40;

    const char Separator = ':';

    static readonly SearchValues<char> s_characters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    ImportSource(string name) => Name = name;

    /// <summary>The simulated community of the first run.</summary>
    public static ImportSource Community { get; } = new("community");

    /// <summary>Simulated people who were asked for.</summary>
    public static ImportSource FakeUsers { get; } = new("fake-users");

    /// <summary>The name: lower-case letters, digits and hyphens.</summary>
    public string Name { get; }

    /// <summary>Its people were made up by this program, and whatever shows them says so.</summary>
    public bool IsSimulated => this == Community || this == FakeUsers;

    /// <summary>A source of that name.</summary>
    /// <exception cref="ArgumentException">It can't be a name.</exception>
    public static ImportSource Named(string name) =>
        IsName(name)
            ? new(name)
            : throw new ArgumentException(
                $"'{name}' is no name of a data set: it may have up to {MaxLength} lower-case letters, digits and hyphens, such as ml-latest-small.",
                nameof(name));

    /// <summary>The source whose person has that id; null for an account's.</summary>
    public static ImportSource? OfUser(string userId)
    {
        ArgumentNullException.ThrowIfNull(userId);
        var end = userId.IndexOf(Separator);
        return end > 0 && IsName(userId[..end]) ? new(userId[..end]) : null;
    }

    /// <summary>The id of one of its people.</summary>
    public string UserId(string number) => Name + Separator + number;

    /// <summary>Is that one of its people?</summary>
    public bool Owns([NotNullWhen(true)] string? userId) =>
        userId is not null && userId.Length > Name.Length && userId[Name.Length] == Separator && userId.StartsWith(Name, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Name;

    static bool IsName(string name) =>
        name is { Length: > 0 and <= MaxLength } && name[0] != '-' && !name.AsSpan().ContainsAnyExcept(s_characters);
}
