using Matinee.Core.Models;

namespace Matinee.Core.Insights;

/// <summary>What is different from the model before.</summary>
/// <param name="Since">The version of that model.</param>
/// <param name="Before">What that one knew.</param>
/// <param name="Metrics">What was measured of both; each on the latest ratings of its time.</param>
/// <param name="SameFilms">Which share of the films that viewers were listed they would still be; null where that model can't be read any more.</param>
/// <param name="Portraits">The portraits found again, with the shares of people that they had and have.</param>
public sealed record ModelDrift(
    string Since, DataWatermark Before, IReadOnlyList<MetricDrift> Metrics, double? SameFilms, IReadOnlyList<PortraitDrift> Portraits);

/// <summary>A measure then and now.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Before">What it was.</param>
/// <param name="Now">What it is.</param>
public sealed record MetricDrift(string Name, double Before, double Now);

/// <summary>A portrait then and now.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Before">Which share of people it had.</param>
/// <param name="Now">Which share it has.</param>
public sealed record PortraitDrift(int Id, string Name, double Before, double Now);
