namespace Matinee.Core.Models;

/// <summary>Which blob is what.</summary>
static class ModelPaths
{
    public const string Root = "models/";
    public const string Current = Root + "current.json";
    public const string Erased = Root + "erased.json";

    const string ModelName = "model.bin";
    const string ManifestName = "manifest.json";
    const string InsightsName = "insights.json";

    public static string Model(ModelVersion version) => $"{Root}{version}/{ModelName}";

    public static string Manifest(ModelVersion version) => $"{Root}{version}/{ManifestName}";

    public static string Insights(ModelVersion version) => $"{Root}{version}/{InsightsName}";

    /// <summary>The version that a blob belongs to; null where it belongs to none.</summary>
    public static ModelVersion? VersionOf(string name) =>
        name.Split('/') is [_, var version, ModelName or ManifestName or InsightsName] ? ModelVersion.TryParse(version) : null;
}
