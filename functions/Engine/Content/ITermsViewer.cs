using Matinee.Engine.Models;

namespace Matinee.Engine.Content;

/// <summary>A viewer of whom it can be said what in a film they like.</summary>
public interface ITermsViewer : IViewer
{
    /// <summary>What speaks most for a film, strongest first; empty where nothing does.</summary>
    IReadOnlyList<SharedTerm> SharedTerms(int item, int count);
}
