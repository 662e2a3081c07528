namespace Matinee.Engine.Evaluation;

/// <summary>
/// What can be measured. A viewer's list has at most k films, from all that the model knows but those the viewer rated in training;
/// the relevant films are the viewer's test films from the least stars that count as liking; viewers without any are left out.
/// </summary>
public enum Metric
{
    /// <summary>√(Σ(predicted - given)² / number of test ratings).</summary>
    Rmse,

    /// <summary>Σ|predicted - given| / number of test ratings.</summary>
    Mae,

    /// <summary>Mean over viewers of Σ over relevant places 1/log₂(place + 1), divided by the same sum for places 1 to min(k, relevant).</summary>
    Ndcg,

    /// <summary>As nDCG with (2^stars - 1)/log₂(place + 1), divided by that sum for the k relevant films with most stars, best first.</summary>
    GradedNdcg,

    /// <summary>Mean over viewers of relevant films listed / k, also where the list is shorter.</summary>
    Precision,

    /// <summary>Mean over viewers of relevant films listed / all relevant films, also those beyond k.</summary>
    Recall,

    /// <summary>MAP: mean over viewers of Σ over relevant places (relevant films up to the place / place) / all relevant films.</summary>
    AveragePrecision,

    /// <summary>MRR: mean over viewers of 1 / place of the first relevant film, 0 where none is listed.</summary>
    ReciprocalRank,

    /// <summary>Viewers with a relevant film in their list / viewers.</summary>
    HitRate,

    /// <summary>Σ over listed films of -log₂(raters / users in training), divided by the number of listed films; no raters count as one.</summary>
    Novelty,

    /// <summary>Mean over viewers with two films listed of the mean cosine of all pairs: of raters in training, or of given features.</summary>
    IntraListSimilarity,

    /// <summary>Different films listed to anyone / films that could be: the candidates, or all that the model knows.</summary>
    Coverage,

    /// <summary>
    /// Σ(2i - n - 1)·xᵢ / (n·Σx), x the times that each of the n films that could be listed was, ascending: 0 all alike, towards 1 one only.
    /// </summary>
    ExposureGini,
}
