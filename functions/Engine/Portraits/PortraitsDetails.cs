using System.Text.Json.Serialization;
using Matinee.Engine.Statistics;

namespace Matinee.Engine.Portraits;

/// <summary>Everything of the model that is not a long row of numbers: what its file holds as JSON.</summary>
sealed record PortraitsDetails
{
    public required IReadOnlyList<Portrait> Portraits { get; init; }

    public required IReadOnlyList<PortraitCount> Curve { get; init; }

    public required Pca Map { get; init; }

    /// <summary>The first id that no portrait ever had.</summary>
    public required int NextId { get; init; }

    public required int MinRatings { get; init; }

    public required double Variance { get; init; }

    public required SpaceDetails Space { get; init; }
}

/// <summary>What a feature space is made of besides the films.</summary>
sealed record SpaceDetails(
    FeatureColumn[] Columns,
    string[] Genres,
    int[] Decades,
    double[] GenreShares,
    double[] DecadeShares,
    double UsualVariance);

/// <summary>Reads and writes the details without reflection.</summary>
[JsonSerializable(typeof(PortraitsDetails))]
[JsonSourceGenerationOptions(RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true, IgnoreReadOnlyProperties = true)]
sealed partial class PortraitsJson : JsonSerializerContext;
