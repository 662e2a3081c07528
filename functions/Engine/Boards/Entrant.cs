using Matinee.Engine.Models;

namespace Matinee.Engine.Boards;

/// <summary>A trainer whose model is to be on a board.</summary>
/// <param name="Name">What its model is called among the others.</param>
/// <param name="Trainer">Makes the model.</param>
/// <param name="Parameters">How the trainer is set, for people; empty for the defaults.</param>
public sealed record Entrant(string Name, ITrainer Trainer, string Parameters = "");
