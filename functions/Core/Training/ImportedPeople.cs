using Matinee.Core.Import;

namespace Matinee.Core.Training;

/// <summary>Gives what is known of people who were imported or simulated, by their users' ids.</summary>
public delegate Task<IReadOnlyDictionary<string, ImportedPerson>> ImportedPeople(CancellationToken cancellation);
