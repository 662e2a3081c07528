using System.Runtime.Intrinsics;
using Matinee.Engine.Numerics;

namespace Matinee.Engine.Tests.Numerics;

[Trait("Road", "Either")]
public sealed class RoadTests
{
    /// <summary>Where a run on the other road leaves the word of which road it took.</summary>
    public const string WitnessVariable = "MATINEE_TESTS_ROAD_WITNESS";

    /// <summary>The road this process takes, as the processor and its settings have it.</summary>
    static string Road => !Kernels.IsVectorized ? "scalar" : Vector256.IsHardwareAccelerated ? "whole vectors" : "half vectors";

    [Fact]
    public void IsVectorized_ThisProcess_SaysWhatTheProcessorAllows()
    {
        if (Environment.GetEnvironmentVariable(WitnessVariable) is { } witness) File.WriteAllText(witness, Road);

        Assert.Equal(Vector128.IsHardwareAccelerated, Kernels.IsVectorized);
    }
}
