namespace Matinee.Tests.Support;

/// <summary>What tests say as people and no log may repeat; <c>tests/run</c> reads them here, one a line, to look through the logs that were written.</summary>
static class PlantedSecrets
{
    public static readonly string[] All =
    [
        "three unrelated words",
        "four quite unrelated words",
        "quite secret words",
        "yet secret words",
        "in secret words",
        "of the secret words",
        "a long and good one",
        "zoe.inperson@",
        "nmistakable",
        "secret nurse",
        "My words on",
        "The diner",
    ];
}
