using System.Text.Json.Nodes;

namespace Matinee.Core.Training;

/// <summary>
/// Makes a candidate again from the name and parameters that a manifest has; null where it is none of its own. A library that brings
/// candidates of its own registers them as <see cref="TrainingCandidate"/>, and this beside them.
/// </summary>
public delegate TrainingCandidate? CandidateRecall(string name, JsonObject parameters);
