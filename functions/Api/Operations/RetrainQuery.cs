using Matinee.Api.Http;

namespace Matinee.Api.Operations;

/// <summary>How to retrain.</summary>
public sealed record RetrainQuery
{
    /// <summary>Even without a reason.</summary>
    [Parameter("Train even if nothing has changed, and even if most of the ratings are gone.")]
    public bool Force { get; init; }
}
