using System.Text.Json.Nodes;
using Matinee.Core.Training;
using Matinee.Engine.Models;
using Matinee.Engine.Neighbours;
using Matinee.Local.Hosting;

namespace Matinee.Local.Evaluate;

/// <summary>Every trainer there is: those that may serve, as they compete for it, and those that never do.</summary>
static class Zoo
{
    public static IReadOnlyList<TrainingCandidate> All { get; } =
    [
        .. new CandidateOptions { Names = CandidateOptions.All, EaseUpTo = int.MaxValue, ForestUpTo = int.MaxValue }.Candidates(),
        StandardCandidates.Random(),
        // It holds everybody's ratings, so it serves nobody.
        new(UserNeighboursModel.Name, Goal.Stars, new JsonObject(), static _ => new UserNeighboursTrainer()),
    ];

    /// <summary>Those that are named, separated by commas; all where none is.</summary>
    /// <exception cref="LocalException">There is none of a name.</exception>
    public static IReadOnlyList<TrainingCandidate> Choose(string? names)
    {
        if (names is null) return All;
        var asked = names.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct().ToList();
        var unknown = asked.Where(static name => All.All(model => model.Name != name)).ToList();
        if (asked.Count > 0 && unknown.Count == 0) return [.. All.Where(model => asked.Contains(model.Name))];
        var wrong = unknown.Count > 0 ? $"There is no model called {string.Join(" or ", unknown)}." : "No model is named.";
        throw new LocalException($"{wrong} There are: {string.Join(", ", All.Select(static model => model.Name))}.");
    }
}
