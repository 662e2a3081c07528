using System.Diagnostics;

namespace Matinee.Engine.Tests.Numerics;

/// <summary>Runs every test marked <c>[Trait("Road", "Either")]</c> once more in processes that have no 256-bit vectors, or none at all.</summary>
/// <remarks>This class has no such mark, so a run started here starts none itself.</remarks>
public sealed class OtherRoadTests
{
    const int FewestTests = 80;

    [Theory]
    [InlineData("DOTNET_EnableAVX2", "half vectors")]
    [InlineData("DOTNET_EnableHWIntrinsic", "scalar")]
    public async Task AllMarkedTests_OnTheOtherRoads_Pass(string turnedOff, string road)
    {
        Assert.Null(Environment.GetEnvironmentVariable(RoadTests.WitnessVariable));
        var witness = Path.GetTempFileName();
        try
        {
            using var tests = Process.Start(ThisProgram(turnedOff, witness))!;
            var (output, errors) = (tests.StandardOutput.ReadToEndAsync(), tests.StandardError.ReadToEndAsync());
            await tests.WaitForExitAsync(TestContext.Current.CancellationToken);

            Assert.True(tests.ExitCode == 0, $"{turnedOff}=0 ended with {tests.ExitCode}:\n{await output}\n{await errors}");
            Assert.Equal(road, await File.ReadAllTextAsync(witness));
        }
        finally
        {
            File.Delete(witness);
        }
    }

    static ProcessStartInfo ThisProgram(string turnedOff, string witness)
    {
        // Started as a program or by "dotnet <dll>": either way the same once more.
        var program = Environment.ProcessPath!;
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true };
        if (Path.GetFileNameWithoutExtension(program) == "dotnet") start.ArgumentList.Add(typeof(OtherRoadTests).Assembly.Location);
        string[] marked = ["--filter-trait", "Road=Either", "--minimum-expected-tests", $"{FewestTests}", "--no-progress", "--no-ansi"];
        foreach (var argument in marked) start.ArgumentList.Add(argument);
        start.Environment[turnedOff] = "0";
        start.Environment[RoadTests.WitnessVariable] = witness;
        return start;
    }
}
