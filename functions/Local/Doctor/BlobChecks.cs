using Matinee.Core.Blobs;
using Matinee.Core.Models;
using Microsoft.Extensions.Logging.Abstractions;

namespace Matinee.Local.Doctor;

/// <summary>The blobs, and the model in service, which is one of them.</summary>
static class BlobChecks
{
    // The timer trains every night: a week without a new model means that something is amiss, or that nobody rates.
    static readonly TimeSpan s_old = TimeSpan.FromDays(7);

    public static async Task<Finding> ProbeAsync(IBlobs blobs, CancellationToken cancellation)
    {
        var name = $"doctor/{Guid.NewGuid():N}";
        ReadOnlyMemory<byte> content = "probe"u8.ToArray();
        await blobs.WriteAsync(name, content, null, cancellation);
        var read = await blobs.ReadAsync(name, null, cancellation);
        var isSame = read.Content.Span.SequenceEqual(content.Span);
        await blobs.DeleteAsync(name, cancellation);
        return isSame
            ? new("", FindingLevel.Ok, "Written, read and deleted.")
            : new("", FindingLevel.Broken, "What was written is not what is read.", "Do not trust this disk or account; move the data elsewhere.");
    }

    public static async Task<Finding> ModelAsync(IBlobs blobs, TimeProvider clock, CancellationToken cancellation)
    {
        var models = new ModelStore(blobs, clock);
        using var service = new ModelInService(models, new(blobs, models, clock), clock, NullLogger<ModelInService>.Instance);
        var isRead = await service.RefreshAsync(cancellation);
        if (!isRead) return new("", FindingLevel.Broken, service.Health.Error ?? "It can't be loaded.", "Go back with matinee models rollback, or train a new one with matinee train.");
        if (service.Current is not { } model) return new("", FindingLevel.Note, "None is in service: lists are not personal.", "Train one: matinee train");
        var age = clock.GetUtcNow() - model.Version.Published;
        var detail = $"{model.Version} loads; it is {Math.Max(0, age.TotalDays):0.0} days old and knows {model.Manifest.Data.Ratings:N0} ratings.";
        return age > s_old ? new("", FindingLevel.Note, detail, "Train a new one: matinee train") : new("", FindingLevel.Ok, detail);
    }
}
