using System.Globalization;
using Matinee.Api.Operations;
using Matinee.Core.Models;
using Matinee.Local.Evaluate;

namespace Matinee.Local.Commands;

/// <summary>Models as people read of them.</summary>
static class ModelText
{
    public static async Task WriteAsync(TextWriter output, ModelListing listing)
    {
        if (listing.Versions.Count + listing.Damaged.Count == 0)
        {
            await output.WriteLineAsync("There is no model yet. Make one with: matinee train");
            return;
        }

        var table = new TextTable(5, "", "version", "published", "lists", "stars", "ndcg@10", "rmse", "ratings", "size");
        foreach (var version in listing.Versions)
        {
            table.Add(
                version.IsInService ? "*" : "", version.Version, Figures.Time(version.PublishedAt), version.Lists ?? "", version.Stars ?? "",
                Value(version, "ndcg@10"), Value(version, "rmse"), version.Data.Ratings.ToString("N0", CultureInfo.InvariantCulture), Figures.Bytes(version.Bytes));
        }

        await table.WriteAsync(output);
        await output.WriteLineAsync(listing.Current is null ? "None is in service." : "* is in service.");
        foreach (var damaged in listing.Damaged) await output.WriteLineAsync($"{damaged} has a manifest that can't be read; delete it in the blobs, under models/{damaged}.");
    }

    public static async Task WriteAsync(TextWriter output, ShownModel shown, IReadOnlyDictionary<string, ModelMetric> metrics)
    {
        var model = shown.Model;
        var table = new TextTable(2, model.Version, model.IsInService ? "in service" : "not in service");
        table.Add("published", Figures.Time(model.PublishedAt));
        table.Add("lists by", model.Lists ?? "?");
        table.Add("stars by", model.Stars ?? "?");
        table.Add("learned from", string.Create(CultureInfo.InvariantCulture, $"{model.Data.Ratings:N0} ratings of {model.Data.Movies:N0} films by {model.Data.Users:N0} people, up to {Figures.Time(model.Data.TakenAt)}"));
        table.Add("size", Figures.Bytes(model.Bytes));
        table.Add("seed", model.Seed);
        table.Add("code", model.GitCommit);
        await table.WriteAsync(output);
        await Figures.WriteAsync(output, metrics);
        await output.WriteLineAsync();
        foreach (var board in shown.Boards) await BoardText.WriteAsync(output, board);
        await output.WriteLineAsync($"parameters {shown.Parameters.ToJsonString()}");
    }

    static string Value(VersionAnswer version, string metric) => Figures.Of(version.Metrics.GetValueOrDefault(metric)?.Value);
}
