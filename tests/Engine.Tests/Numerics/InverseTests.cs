using Matinee.Engine.Numerics;

namespace Matinee.Engine.Tests.Numerics;

[Trait("Road", "Either")]
public sealed class InverseTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(16)]
    [InlineData(33)]
    public void Invert_TimesTheMatrix_IsTheIdentity(int n)
    {
        var random = new SeededRandom(8);
        var matrix = new float[n * n];
        for (var row = 0; row < n + 5; row++)
        {
            var x = new float[n];
            foreach (ref var value in x.AsSpan()) value = (float)random.NextNormal();
            Kernels.AddGramLower(x, n, matrix);
        }

        for (var i = 0; i < n; i++) matrix[i * n + i] += 1;
        var (factor, inverse) = ((float[])matrix.Clone(), new float[n * n]);

        Cholesky.Factor(factor, n);
        Cholesky.Invert(factor, n, inverse);

        for (var r = 0; r < n; r++)
        {
            for (var c = 0; c < n; c++)
            {
                var sum = 0.0;
                for (var k = 0; k < n; k++) sum += (double)matrix[Math.Max(r, k) * n + Math.Min(r, k)] * inverse[k * n + c];
                Assert.Equal(r == c ? 1 : 0, sum, 1e-4);
            }
        }
    }

    [Fact]
    public void Solve_NormalEquations_GivesTheKnownSolution()
    {
        // [4 2; 2 3]·[1; -2] = [0; -4]; the upper triangle is not read.
        Assert.Equal([1, -2], NormalEquations.Solve([4, 99, 2, 3], [0, -4]).Select(value => Math.Round(value, 12)));
    }
}
