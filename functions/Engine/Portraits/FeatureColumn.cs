namespace Matinee.Engine.Portraits;

/// <summary>One feature of people: scaled = (raw − mean) · scale.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Of">Of which genre, decade, gender or occupation; empty where its kind has one feature only.</param>
/// <param name="Mean">The mean over all people of whom it is known.</param>
/// <param name="Scale">One for all features of a kind, so that what hardly differs between people does not come to count as much as what does.</param>
public sealed record FeatureColumn(FeatureKind Kind, string Of, double Mean, double Scale)
{
    /// <summary>What it is called: unique, and the same in every training.</summary>
    public string Name => Of.Length == 0 ? $"{Kind}" : $"{Kind}: {Of}";

    /// <summary>The raw value scaled; what is not known lies in the middle.</summary>
    internal float Scaled(double raw) => double.IsNaN(raw) ? 0 : (float)((raw - Mean) * Scale);

    internal double Raw(double scaled) => Scale > 0 ? Mean + scaled / Scale : Mean;
}
