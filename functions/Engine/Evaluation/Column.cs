namespace Matinee.Engine.Evaluation;

/// <summary>
/// One metric in one segment, user by user: its value is Σparts / Σweights. A mean over users has weights of 1; a mean over
/// ratings or listed films has their numbers; both can so be resampled by users.
/// </summary>
/// <param name="Metric">What was measured.</param>
/// <param name="Segment">Of whom or what.</param>
/// <param name="Users">The users of the segment by their place among the test users; one array for all columns of a segment.</param>
/// <param name="Parts">What each user adds.</param>
/// <param name="Weights">What each user divides by; 0 where the metric says nothing of them.</param>
sealed record Column(Metric Metric, Segment Segment, int[] Users, double[] Parts, double[] Weights)
{
    public bool IsEmpty => !Array.Exists(Weights, weight => weight > 0);

    public double Value()
    {
        var (part, weight) = (0.0, 0.0);
        for (var i = 0; i < Users.Length; i++)
        {
            part += Parts[i];
            weight += Weights[i];
        }

        return Finish(part, weight);
    }

    /// <summary>The value with each user as often as drawn; NaN where nobody drawn has any weight.</summary>
    public double Value(ReadOnlySpan<int> drawn)
    {
        var (part, weight) = (0.0, 0.0);
        for (var i = 0; i < Users.Length; i++)
        {
            part += drawn[i] * Parts[i];
            weight += drawn[i] * Weights[i];
        }

        return Finish(part, weight);
    }

    public double OfUser(int i) => Finish(Parts[i], Weights[i]);

    double Finish(double part, double weight) => Metric == Metric.Rmse ? Math.Sqrt(part / weight) : part / weight;
}
