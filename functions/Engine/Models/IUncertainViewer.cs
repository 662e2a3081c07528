namespace Matinee.Engine.Models;

/// <summary>A viewer whose predicted stars come with a word on how far off they may be.</summary>
public interface IUncertainViewer : IViewer
{
    /// <summary>
    /// The standard deviation of the stars that would be given around the score, the whims of rating included; of an unknown
    /// film, around the neutral score. Always positive and finite.
    /// </summary>
    float Deviation(int item);
}
