namespace Matinee.Core.Models;

/// <summary>A model that is in service on this instance. Immutable: a request takes one and works with it to its end.</summary>
/// <param name="Version">Its version.</param>
/// <param name="Manifest">What is known of it.</param>
/// <param name="Model">What it serves, without the people who have been erased since it was trained.</param>
/// <param name="LoadedAt">Since when this instance has it.</param>
public sealed record LoadedModel(ModelVersion Version, ModelManifest Manifest, ServedModel Model, DateTimeOffset LoadedAt)
{
    /// <summary>How many have been erased from it: with the version, the name of exactly these answers.</summary>
    public int Erased { get; init; }

    /// <summary>The file as it was published, which erasing begins from.</summary>
    internal ServedModel Published { get; init; } = Model;
}
