namespace Matinee.Core.Ratings;

/// <summary>What became of one batch of the ratings' feed.</summary>
/// <param name="Movies">How many films it was about.</param>
/// <param name="Applied">How many ratings changed a film's counts or reviews.</param>
/// <param name="Parked">How many documents were set aside.</param>
public sealed record FeedOutcome(int Movies, int Applied, int Parked);
