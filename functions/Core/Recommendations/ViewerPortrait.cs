using Matinee.Engine.Portraits;

namespace Matinee.Core.Recommendations;

/// <summary>The kind of viewer that somebody is, found when they ask and kept nowhere.</summary>
/// <param name="Portrait">The portrait.</param>
/// <param name="Probability">How likely it is theirs, of all portraits.</param>
/// <param name="From">What that is told by.</param>
public sealed record ViewerPortrait(Portrait Portrait, double Probability, GuessedFrom From);
