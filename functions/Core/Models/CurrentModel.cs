using System.Text.Json;
using System.Text.Json.Serialization;

namespace Matinee.Core.Models;

/// <summary>The pointer to the model in service, with how it came there.</summary>
public sealed record CurrentModel
{
    /// <summary>The most promotions that are remembered.</summary>
    public const int MaxHistory = 100;

    /// <summary>No model has ever been promoted.</summary>
    public static readonly CurrentModel None = new();

    /// <summary>The version in service; null where there is none.</summary>
    public ModelVersion? Version => InForce.FirstOrDefault()?.Version;

    // A generated reader sets null where the document says nothing: the empty defaults stay then.

    /// <summary>All promotions, the latest first.</summary>
    public IReadOnlyList<Promotion> History { get; init => field = value ?? field; } = [];

    /// <summary>Versions that are being deleted: no longer to be promoted.</summary>
    public IReadOnlyList<ModelVersion> Retired { get; init => field = value ?? field; } = [];

    /// <summary>Which state of the pointer this is; null where there is none.</summary>
    [JsonIgnore]
    public string? Tag { get; init; }

    /// <summary>What a newer version of this program wrote: kept as it is.</summary>
    /// <remarks>Only the JSON reader sets it; generated readers can't where it is init-only.</remarks>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Others { get; set; }

    /// <summary>The promotions that were not taken back, the latest first: the first is in service, the second the one to go back to.</summary>
    [JsonIgnore]
    public IEnumerable<Promotion> InForce => History.Where(promotion => promotion.RolledBack is null);

    /// <summary>Is this the version in service or the one before it, which nothing may delete?</summary>
    public bool Holds(ModelVersion version) => InForce.Take(2).Any(promotion => promotion.Version == version);

    internal CurrentModel Promote(ModelVersion version, DateTimeOffset now) =>
        this with { History = [new(version, now), .. History.Take(MaxHistory - 1)] };

    /// <summary>Goes back to a promotion in force: all later ones are taken back.</summary>
    internal CurrentModel GoBackTo(Promotion earlier, DateTimeOffset now) =>
        this with
        {
            History =
            [
                .. History.TakeWhile(one => one != earlier).Select(one => one with { RolledBack = one.RolledBack ?? now }),
                .. History.SkipWhile(one => one != earlier),
            ],
        };
}
