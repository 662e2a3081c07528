namespace Matinee.Engine.Portraits;

/// <summary>How well one number of portraits did when the number was chosen: a point of the elbow and of the silhouette curve.</summary>
/// <param name="Portraits">How many portraits.</param>
/// <param name="Inertia">The sum of squared distances of all people from the middles of their portraits.</param>
/// <param name="Depth">How far the point lies below the chord of the elbow curve, both axes scaled to 0 to 1; the knee has the largest.</param>
/// <param name="Silhouette">The mean silhouette, −1 to 1.</param>
/// <param name="Smallest">How many people the smallest portrait has.</param>
public sealed record PortraitCount(int Portraits, double Inertia, double Depth, double Silhouette, int Smallest);
