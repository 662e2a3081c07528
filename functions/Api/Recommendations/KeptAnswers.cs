using Matinee.Api.Http;
using Matinee.Core.Recommendations;
using Matinee.Core.Stores;

namespace Matinee.Api.Recommendations;

/// <summary>Keeps the JSON of answers under their tags: what has not changed is neither made nor written again.</summary>
public sealed class KeptAnswers
{
    const int Capacity = 1000;

    readonly BoundedCache<string, ReadOnlyMemory<byte>> _kept = new(Capacity);

    /// <summary>An answer that is made only where it is not kept, and not asked for with its tag.</summary>
    public Tagged<T> Of<TMade, T>(Prepared<TMade> prepared, Func<TMade, CancellationToken, ValueTask<T>> write) =>
        new(prepared.Tag, Caching.Private, (Func<CancellationToken, ValueTask<ReadOnlyMemory<byte>>>)(async cancellation =>
        {
            if (_kept.TryGet(prepared.Tag, out var json)) return json;
            var made = await prepared.Make(cancellation).ConfigureAwait(false);
            json = ApiJson.Write(await write(made, cancellation).ConfigureAwait(false));
            _kept.Set(prepared.Tag, json);
            return json;
        }));
}
