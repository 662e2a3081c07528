using Matinee.Api.Http;
using Matinee.Core.Ratings;

namespace Matinee.Api.Ratings;

/// <summary>Which of a viewer's ratings.</summary>
public sealed record RatingsQuery : PageQuery
{
    /// <summary>In which order.</summary>
    [Parameter("How they are sorted: by time, by stars, or by the film's id.")]
    public RatingOrder Sort { get; set; } = RatingOrder.Newest;

    /// <summary>Search.</summary>
    [Parameter("Only films with these words in their title or original title.", Max = RatingList.MaxSearchLength, Example = "star wars")]
    public string? Q { get; set; }
}
