namespace Matinee.Engine.Evaluation;

/// <summary>How the places of all lists are spread over the films; see <see cref="Metric.Coverage"/> and <see cref="Metric.ExposureGini"/>.</summary>
static class Exposure
{
    public static double Coverage(ReadOnlySpan<int> timesListed)
    {
        var listed = 0;
        foreach (var times in timesListed) listed += times > 0 ? 1 : 0;
        return timesListed.IsEmpty ? 0 : (double)listed / timesListed.Length;
    }

    public static double Gini(ReadOnlySpan<int> timesListed)
    {
        var ascending = timesListed.ToArray();
        Array.Sort(ascending);
        var (sum, weighted) = (0.0, 0.0);
        for (var i = 0; i < ascending.Length; i++)
        {
            sum += ascending[i];
            weighted += (2.0 * (i + 1) - ascending.Length - 1) * ascending[i];
        }

        return sum == 0 ? 0 : weighted / (ascending.Length * sum);
    }
}
