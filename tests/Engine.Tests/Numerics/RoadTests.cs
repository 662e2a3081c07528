using System.Runtime.Intrinsics.X86;
using Matinee.Engine.Numerics;

namespace Matinee.Engine.Tests.Numerics;

[Trait("Road", "Either")]
public sealed class RoadTests
{
    /// <summary>Where a run on the other road leaves the word of which road it took.</summary>
    public const string WitnessVariable = "MATINEE_TESTS_ROAD_WITNESS";

    [Fact]
    public void IsVectorized_ThisProcess_SaysWhatTheProcessorAllows()
    {
        if (Environment.GetEnvironmentVariable(WitnessVariable) is { } witness) File.WriteAllText(witness, Kernels.IsVectorized.ToString());

        Assert.Equal(Avx2.IsSupported, Kernels.IsVectorized);
    }
}
