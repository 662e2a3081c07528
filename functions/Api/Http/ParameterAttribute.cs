namespace Matinee.Api.Http;

/// <summary>
/// A query parameter: declared once on a property of the record it is read into, for the reader and for the OpenAPI document.
/// The property's own value without a parameter is the default.
/// </summary>
/// <param name="description">What it does, for who calls.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ParameterAttribute(string description) : Attribute
{
    /// <summary>What it does.</summary>
    public string Description { get; } = description;

    /// <summary>The least number, or the fewest characters of a text.</summary>
    public double Min { get; init; } = double.NegativeInfinity;

    /// <summary>The greatest number, or the most characters of a text.</summary>
    public double Max { get; init; } = double.PositiveInfinity;

    /// <summary>The most values of a list.</summary>
    public int MaxItems { get; init; } = 50;

    /// <summary>A value to show, as it stands in an address.</summary>
    public string? Example { get; init; }
}
