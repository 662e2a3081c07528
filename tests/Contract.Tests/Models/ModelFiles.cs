using System.Text.Json.Nodes;
using Matinee.Core.Models;
using Matinee.Engine.Files;

namespace Matinee.Contract.Tests.Models;

/// <summary>Models and manifests to publish.</summary>
static class ModelFiles
{
    public static ModelFileWriter Small(int value = 1)
    {
        var file = new ModelFileWriter("test");
        file.AddValue("value", value);
        return file;
    }

    public static ModelFileWriter Large(int sections, int sectionBytes)
    {
        var file = new ModelFileWriter("test");
        for (var i = 0; i < sections; i++)
        {
            var numbers = new int[sectionBytes / sizeof(int)];
            for (var at = 0; at < numbers.Length; at++) numbers[at] = (at * 17) ^ i;
            file.Add<int>($"numbers-{i}", numbers);
        }

        return file;
    }

    public static ModelManifest Manifest() => new()
    {
        Kind = "test",
        Data = new("20260131-235959123-8f3a91c2", new(2026, 1, 31, 23, 59, 59, TimeSpan.Zero), 25_000_095, 162_541, 59_047),
        Metrics = new Dictionary<string, ModelMetric> { ["rmse"] = new(0.7612, 0.7601, 0.7623), ["ndcg@10"] = new(0.31) },
        Parameters = new JsonObject { ["factors"] = 64, ["regularization"] = 0.05, ["sides"] = new JsonArray("users", "items") },
        Seed = 18_446_744_073_709_551_615,
        GitCommit = "4d7cf95",
    };
}
