using System.Text.Json;
using Matinee.Core.Blobs;

namespace Matinee.Core.Models;

/// <summary>The people whom stored models still hold and no instance may serve: models/erased.json, beside the pointer.</summary>
/// <remarks>
/// Models are immutable, so a person stays in the file of each version that was trained before. Whoever loads one leaves them out.
/// They are remembered until the last version that can hold them has been deleted: a roll-back brings nobody back. When another
/// version has taken over, the earlier ones that can hold somebody are deleted, and who was in no other is remembered no longer.
/// </remarks>
public sealed class ErasedPeople(IBlobs blobs, IModelStore models, TimeProvider clock) : IModelChanged
{
    const int MaxTries = 20;

    /// <summary>So far apart may the clocks of who trains and who erases be.</summary>
    static readonly TimeSpan s_clockSkew = TimeSpan.FromMinutes(10);

    /// <summary>The list, unless it is still the known one.</summary>
    public async Task<ErasedList?> ReadAsync(ErasedList? known = null, CancellationToken cancellation = default)
    {
        var read = await blobs.ReadAsync(ModelPaths.Erased, known?.Tag, cancellation).ConfigureAwait(false);
        if (read == BlobRead.NotChanged) return null;
        if (read == BlobRead.Missing) return known is { Tag: null } ? null : ErasedList.Empty;
        return StoredJson.Read(ModelPaths.Erased, read.Content, ModelJson.Default.ErasedList) with { Tag = read.Tag };
    }

    /// <summary>Adds a person; from the next look on no instance serves them.</summary>
    public async Task AddAsync(string userId, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(userId);
        await ChangeAsync((people, now) => people.Where(person => person.UserId != userId).Append(new(userId, now)), cancellation).ConfigureAwait(false);
    }

    /// <summary>Another version is in service: of those before it, the ones that can hold somebody who left go, also as ones to go back to.</summary>
    public async Task TellAsync(CancellationToken cancellation = default)
    {
        var people = (await ReadAsync(null, cancellation).ConfigureAwait(false))!.People;
        if (people.Count == 0) return;
        var current = (await models.CurrentAsync(null, cancellation).ConfigureAwait(false))!.Version;
        foreach (var version in await models.ListAsync(cancellation).ConfigureAwait(false))
        {
            if (version == current) continue;
            try
            {
                var taken = (await models.ManifestAsync(version, cancellation).ConfigureAwait(false)).Data.Taken;
                if (people.Any(person => CanHold(taken, person))) await models.EraseAsync(version, cancellation).ConfigureAwait(false);
            }
            catch (ModelMissingException)
            {
                // Somebody else has deleted it since it was listed.
            }
        }

        await ChangeAsync(static (left, _) => left, cancellation).ConfigureAwait(false);
    }

    // Whoever no version can hold any more is forgotten here, too.
    async Task ChangeAsync(Func<IEnumerable<ErasedPerson>, DateTimeOffset, IEnumerable<ErasedPerson>> change, CancellationToken cancellation)
    {
        var oldest = await OldestDataAsync(cancellation).ConfigureAwait(false);
        for (var attempt = 1; ; attempt++)
        {
            var now = clock.GetUtcNow();
            var list = (await ReadAsync(null, cancellation).ConfigureAwait(false))!;
            var next = new ErasedList { People = [.. change(list.People.Where(person => CanHold(oldest ?? now, person)), now)] };
            try
            {
                var content = JsonSerializer.SerializeToUtf8Bytes(next, ModelJson.Default.ErasedList);
                await blobs.WriteAsync(ModelPaths.Erased, content, list.Tag, cancellation).ConfigureAwait(false);
                return;
            }
            catch (BlobConflictException) when (attempt < MaxTries)
            {
                // Somebody else is being erased at the same moment: take theirs in and try again.
            }
        }
    }

    /// <summary>Can a model of data taken at a moment hold the person?</summary>
    internal static bool CanHold(DateTimeOffset taken, ErasedPerson person) => taken <= person.At + s_clockSkew;

    async Task<DateTimeOffset?> OldestDataAsync(CancellationToken cancellation)
    {
        DateTimeOffset? oldest = null;
        foreach (var version in await models.ListAsync(cancellation).ConfigureAwait(false))
        {
            try
            {
                var taken = (await models.ManifestAsync(version, cancellation).ConfigureAwait(false)).Data.Taken;
                if (oldest is null || taken < oldest) oldest = taken;
            }
            catch (ModelMissingException)
            {
                // Deleted since it was listed: it holds nobody any more.
            }
        }

        return oldest;
    }
}
