using Matinee.Engine.Evaluation;

namespace Matinee.Engine.Boards;

/// <summary>A board, and what it rests on.</summary>
/// <param name="Board">The board.</param>
/// <param name="Results">What was found, by the entrant's name, user by user: what a <see cref="Gate"/> compares.</param>
public sealed record BoardResult(Board Board, IReadOnlyDictionary<string, EvaluationResult> Results);
