using System.Text.Json.Serialization;
using Matinee.Core.Models;

namespace Matinee.Core.Training.Runs;

/// <summary>What is remembered of a retraining.</summary>
public sealed record RunRecord
{
    /// <summary>Its name; by it runs sort in the order in which they began.</summary>
    public required string Id { get; init; }

    /// <summary>Did an operator ask for it, even if nothing had changed?</summary>
    public bool IsForced { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>When it ended; null while it goes on.</summary>
    public DateTimeOffset? Ended { get; init; }

    /// <summary>How it ended.</summary>
    public required RunOutcome Outcome { get; init; }

    /// <summary>Why, in a sentence or two.</summary>
    public string? Why { get; init; }

    /// <summary>The version that it published.</summary>
    public ModelVersion? Version { get; init; }

    /// <summary>The data that it worked on; null where it did not come so far.</summary>
    public DataWatermark? Data { get; init; }

    /// <summary>Tells one state of data and plan from another.</summary>
    public string? Digest { get; init; }

    // A generated reader sets null where the document says nothing: the empty default stays then.

    /// <summary>Who competed.</summary>
    public IReadOnlyList<Contender> Contenders { get; init => field = value ?? field; } = [];

    /// <summary>How long it took so far as is known.</summary>
    [JsonIgnore]
    public double? Seconds => (Ended - Started)?.TotalSeconds;

    /// <summary>Which state of the document this is.</summary>
    [JsonIgnore]
    internal string? Tag { get; init; }
}
