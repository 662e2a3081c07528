using Bogus;
using Bogus.DataSets;
using Matinee.Core.Import;
using Matinee.Engine.Facts;

namespace Matinee.Local.Seed.Community;

/// <summary>Draws the people of a community: archetypes in their shares, and who such people may be.</summary>
static class Crowd
{
    const float NonBinary = 0.02f;
    const float SharedRatings = 0.92f;
    const float SharedProfiles = 0.8f;
    const float TypicalOccupation = 0.7f;
    const double AgeSpread = 10;
    const int YoungestAge = 14;
    const int OldestAge = 90;

    static readonly string[] s_occupations =
        [.. Archetype.All.SelectMany(archetype => archetype.Occupations).Append("librarian").Append("other").Distinct()];

    /// <summary>All people; the same seed gives the same.</summary>
    public static List<SimulatedPerson> Draw(ImportSource source, int count, ulong seed)
    {
        var faker = new Faker { Random = new Randomizer((int)(seed % int.MaxValue)) };
        var shares = Archetype.All.Select(archetype => (float)archetype.Share).ToArray();
        var kinds = Enumerable.Range(0, shares.Length).ToArray();
        var people = new List<SimulatedPerson>(count);
        for (var i = 0; i < count; i++)
        {
            var kind = faker.Random.WeightedRandom(kinds, shares);
            people.Add(new(Person(source.UserId((i + 1).ToString()), Archetype.All[kind], faker), kind));
        }

        return people;
    }

    static ImportedPerson Person(string id, Archetype archetype, Faker faker)
    {
        var gender = faker.Random.Float() < NonBinary ? "non-binary" : faker.Random.Double() < archetype.Women ? "female" : "male";
        var named = gender switch { "female" => Name.Gender.Female, "male" => Name.Gender.Male, _ => faker.PickRandom<Name.Gender>() };
        var age = archetype.MeanAge + AgeSpread * (faker.Random.Double() + faker.Random.Double() + faker.Random.Double() - 1.5) * 2;
        var occupation = faker.Random.Float() < TypicalOccupation ? faker.PickRandom(archetype.Occupations.AsEnumerable()) : faker.PickRandom(s_occupations);
        return new(id)
        {
            Name = $"{faker.Name.FirstName(named)} {faker.Name.LastName(named)}",
            Age = Math.Clamp((int)Math.Round(age), Math.Max(YoungestAge, PersonFacts.MinAge), OldestAge),
            Gender = gender,
            Occupation = occupation,
            SharesRatings = faker.Random.Float() < SharedRatings,
            SharesProfile = faker.Random.Float() < SharedProfiles,
        };
    }
}
