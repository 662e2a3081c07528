namespace Matinee.Engine.Models;

/// <summary>A model that describes each film by a vector: films whose vectors point the same way are liked by the same people.</summary>
public interface IVectorModel : IModel
{
    /// <summary>The vectors of all films, one behind the other.</summary>
    ReadOnlyMemory<float> Factors { get; }

    /// <summary>How many numbers a film's vector has.</summary>
    int Width { get; }
}
