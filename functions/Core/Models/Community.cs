using Matinee.Engine.Files;
using Matinee.Engine.Models;
using Matinee.Engine.Neighbours;

namespace Matinee.Core.Models;

/// <summary>The consenting people that a viewer can be compared with: the only part of a served model that holds people.</summary>
public sealed class Community
{
    const string NeighboursSection = "neighbours";
    const string NamesSection = "users";
    const char Separator = '\n';

    readonly Dictionary<int, string> _userIds;
    readonly Dictionary<string, int> _people;

    /// <summary>Puts people and their users' ids together.</summary>
    /// <param name="neighbours">The people, by their numbers.</param>
    /// <param name="userIds">The user's id behind each number.</param>
    public Community(UserNeighboursModel neighbours, IReadOnlyDictionary<int, string> userIds)
    {
        ArgumentNullException.ThrowIfNull(neighbours);
        ArgumentNullException.ThrowIfNull(userIds);
        Neighbours = neighbours;
        (_userIds, _people) = ([], []);
        foreach (var person in neighbours.People.Ids.Span)
        {
            _userIds[person] = userIds[person];
            _people[userIds[person]] = person;
        }
    }

    /// <summary>The people, by their numbers.</summary>
    public UserNeighboursModel Neighbours { get; }

    /// <summary>The user behind a number; null where there is none.</summary>
    public string? UserIdOf(int person) => _userIds.GetValueOrDefault(person);

    /// <summary>The number of a user; -1 where they are not among the people.</summary>
    public int PersonOf(string userId) => _people.GetValueOrDefault(userId, -1);

    /// <summary>The same people without one; itself where the user is not among them.</summary>
    public Community Without(string userId)
    {
        var person = PersonOf(userId);
        return person < 0 ? this : new(Neighbours.Without(person), _userIds);
    }

    /// <summary>Writes people and ids.</summary>
    public void Save(ModelFileWriter file)
    {
        ArgumentNullException.ThrowIfNull(file);
        Neighbours.Save(file.Within(NeighboursSection, Neighbours.Kind));
        file.AddText(NamesSection, string.Join(Separator, Neighbours.People.Ids.ToArray().Select(person => _userIds[person])));
    }

    internal static Community Read(ModelFile file)
    {
        var neighbours = ModelReader.Read(file.Within(NeighboursSection)) as UserNeighboursModel
            ?? throw new ModelFileException("The community of the model holds no people.");
        var ids = file.Text(NamesSection).Split(Separator, StringSplitOptions.RemoveEmptyEntries);
        if (ids.Length != neighbours.People.Count)
            throw new ModelFileException($"The model holds {neighbours.People.Count} people and {ids.Length} users' ids.");
        var userIds = new Dictionary<int, string>(ids.Length);
        for (var place = 0; place < ids.Length; place++) userIds[neighbours.People[place]] = ids[place];
        return new(neighbours, userIds);
    }
}
