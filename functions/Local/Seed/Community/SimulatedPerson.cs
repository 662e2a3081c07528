using Matinee.Core.Import;

namespace Matinee.Local.Seed.Community;

/// <summary>Somebody who does not exist.</summary>
/// <param name="Facts">What they would have told of themselves.</param>
/// <param name="Archetype">The place of the archetype in the list of all: the truth that clustering should find again.</param>
sealed record SimulatedPerson(ImportedPerson Facts, int Archetype);
