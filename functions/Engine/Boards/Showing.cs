using Matinee.Engine.Evaluation;

namespace Matinee.Engine.Boards;

/// <summary>What one model has shown in a contest.</summary>
/// <param name="Row">As a board tells it.</param>
/// <param name="Result">User by user: what a <see cref="Gate"/> compares.</param>
public sealed record Showing(BoardRow Row, EvaluationResult Result);
