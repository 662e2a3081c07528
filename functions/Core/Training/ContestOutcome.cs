using Matinee.Core.Models;
using Matinee.Core.Training.Runs;
using Matinee.Engine.Boards;

namespace Matinee.Core.Training;

/// <summary>What is to be in service.</summary>
/// <param name="Lists">What makes the lists.</param>
/// <param name="Stars">What predicts the stars.</param>
/// <param name="Contenders">How everyone did who competed.</param>
/// <param name="Metrics">What was measured of the two.</param>
/// <param name="Boards">Everyone who was measured, side by side, with what anyone could do: popularity, chance, the biases.</param>
/// <param name="Why">The choice in words.</param>
sealed record ContestOutcome(
    Choice Lists,
    Choice Stars,
    IReadOnlyList<Contender> Contenders,
    IReadOnlyDictionary<string, ModelMetric> Metrics,
    IReadOnlyList<Board> Boards,
    string Why);

/// <summary>What answers one of the two questions.</summary>
/// <param name="Recipe">How it is made.</param>
/// <param name="IsKept">It is in service already and stays; else it is trained on all ratings.</param>
sealed record Choice(ServedRecipe Recipe, bool IsKept);
