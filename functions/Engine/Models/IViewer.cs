namespace Matinee.Engine.Models;

/// <summary>A person as one model sees them. Immutable and safe to share between threads.</summary>
public interface IViewer
{
    /// <summary>The score of one film; an unknown film gets the model's neutral score. Never NaN.</summary>
    float Score(int item);

    /// <summary>The scores of some films: bit for bit what one call for each would say.</summary>
    void Score(ReadOnlySpan<int> items, Span<float> scores);

    /// <summary>The scores of all films of the model, in order: bit for bit what one call for each would say.</summary>
    void ScoreAll(Span<float> scores);
}
