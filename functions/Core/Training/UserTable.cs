using System.Diagnostics.CodeAnalysis;

namespace Matinee.Core.Training;

/// <summary>The users' ids and the numbers that training knows them by. A number never changes hands; a forgotten user's stays free.</summary>
public sealed class UserTable
{
    internal static readonly UserTable Empty = new([]);

    readonly string?[] _ids;
    readonly Dictionary<string, int> _numbers;

    internal UserTable(string?[] ids)
    {
        (_ids, _numbers) = (ids, new(ids.Length));
        for (var number = 0; number < ids.Length; number++)
        {
            if (ids[number] is { } id && !_numbers.TryAdd(id, number))
                throw new ArgumentException($"The user '{id}' has two numbers, {_numbers[id]} and {number}.", nameof(ids));
        }
    }

    /// <summary>One more than the highest number.</summary>
    public int Count => _ids.Length;

    /// <summary>The id behind a number; null where the user is forgotten.</summary>
    public string? this[int number] => _ids[number];

    /// <summary>The number of a user, or -1 where there is none.</summary>
    public int NumberOf(string id) => _numbers.GetValueOrDefault(id, -1);

    /// <summary>The number of a user.</summary>
    internal bool TryGetNumber(string id, [MaybeNullWhen(false)] out int number) => _numbers.TryGetValue(id, out number);

    internal string?[] CopyIds() => [.. _ids];
}
