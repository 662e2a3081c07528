using System.Text.Json.Serialization;

namespace Matinee.Core.Models;

/// <summary>The people who are no longer to be in any model.</summary>
public sealed record ErasedList
{
    /// <summary>Nobody.</summary>
    public static readonly ErasedList Empty = new();

    // A generated reader sets null where the document says nothing: the empty default stays then.

    /// <summary>Everyone, in the order in which they left.</summary>
    public IReadOnlyList<ErasedPerson> People { get; init => field = value ?? field; } = [];

    /// <summary>Which state of the list this is; null where there is none.</summary>
    [JsonIgnore]
    public string? Tag { get; init; }

    /// <summary>A model without those whom it can hold.</summary>
    internal LoadedModel From(LoadedModel loaded)
    {
        var left = People.Where(person => ErasedPeople.CanHold(loaded.Manifest.Data.Taken, person)).Select(person => person.UserId);
        var model = left.Aggregate(loaded.Published, (rest, userId) => rest.Without(userId));
        var gone = (loaded.Published.Community?.Neighbours.People.Count ?? 0) - (model.Community?.Neighbours.People.Count ?? 0);
        return gone == loaded.Erased ? loaded : loaded with { Model = model, Erased = gone };
    }
}
