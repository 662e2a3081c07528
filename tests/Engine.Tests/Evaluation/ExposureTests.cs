using Matinee.Engine.Evaluation;

namespace Matinee.Engine.Tests.Evaluation;

public sealed class ExposureTests
{
    [Theory]
    [InlineData(new[] { 3, 0, 1, 0 }, 0.5, 0.625)] // ascending 0 0 1 3: ((2*3-5)*1 + (2*4-5)*3) / (4*4) = 10/16
    [InlineData(new[] { 2, 2, 2, 2 }, 1.0, 0.0)] // (-3 - 1 + 1 + 3) * 2 = 0
    [InlineData(new[] { 0, 0, 0, 9 }, 0.25, 0.75)] // one film only: (n - 1) / n
    [InlineData(new[] { 0, 0 }, 0.0, 0.0)]
    [InlineData(new int[0], 0.0, 0.0)]
    public void CoverageAndGini_OfCounts_EqualHandWorkedValues(int[] timesListed, double coverage, double gini)
    {
        Assert.Equal(coverage, Exposure.Coverage(timesListed), 1e-12);
        Assert.Equal(gini, Exposure.Gini(timesListed), 1e-12);
    }
}
