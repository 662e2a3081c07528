using Matinee.Core.Telemetry;
using Matinee.Engine.Files;
using Matinee.Engine.Models;
using Matinee.Engine.Ratings;
using Microsoft.Extensions.Logging;

namespace Matinee.Core.Models;

/// <summary>
/// Holds the model in service in memory and follows the pointer to it. Whatever goes wrong on the way to another model, the
/// one that was there goes on serving.
/// </summary>
public sealed partial class ModelInService(IModelStore store, ErasedPeople erased, TimeProvider clock, ILogger<ModelInService> log) : IModelChanged, IDisposable
{
    readonly SemaphoreSlim _turn = new(1);
    CurrentModel? _pointer;
    ErasedList _left = ErasedList.Empty;
    volatile LoadedModel? _current;
    volatile bool _looked;
    volatile ModelHealth _health = new(null, null, null, null);

    /// <summary>What is in service; null while no model was ever promoted, or none could be loaded yet.</summary>
    public LoadedModel? Current => _current;

    /// <summary>As <see cref="Current"/>, but who asks before the first look waits for it.</summary>
    public ValueTask<LoadedModel?> CurrentAsync(CancellationToken cancellation = default)
    {
        return _looked ? ValueTask.FromResult(_current) : new(FirstAsync());

        async Task<LoadedModel?> FirstAsync()
        {
            await RefreshAsync(cancellation).ConfigureAwait(false);
            return _current;
        }
    }

    /// <summary>How it is going.</summary>
    public ModelHealth Health => _health;

    /// <summary>
    /// Looks whether another model was promoted, or somebody erased, and takes it in. Poke it after a promotion in this process; otherwise
    /// <see cref="ModelWatch"/> calls it now and then.
    /// </summary>
    /// <returns>False where that failed; <see cref="Health"/> says why.</returns>
    public async Task<bool> RefreshAsync(CancellationToken cancellation = default)
    {
        await _turn.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            await FollowAsync(cancellation).ConfigureAwait(false);
            var now = clock.GetUtcNow();
            _health = new(_current?.Version, _current?.LoadedAt, now, null);
            if (_current is { Version: var version }) Signals.TellModel(version, now);
            return true;
        }
        catch (Exception error) when (!cancellation.IsCancellationRequested)
        {
            Failed(error, _current?.Version);
            _health = _health with { Error = error.Message };
            return false;
        }
        finally
        {
            _looked = true;
            _turn.Release();
        }
    }

    Task IModelChanged.TellAsync(CancellationToken cancellation) => RefreshAsync(cancellation);

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    async Task FollowAsync(CancellationToken cancellation)
    {
        // Read before the model: whoever is erased while it loads is found at the next look.
        var left = await erased.ReadAsync(_left, cancellation).ConfigureAwait(false) ?? _left;
        var pointer = await store.CurrentAsync(_pointer, cancellation).ConfigureAwait(false) ?? _pointer!;
        var loaded = _current;
        if (pointer.Version is { } version && version != loaded?.Version)
        {
            loaded = await LoadAsync(version, cancellation).ConfigureAwait(false);
            Serving(version);
        }

        // The pointer is remembered only when its model could be loaded: else the next look tries again.
        (_current, _left, _pointer) = (loaded is null ? null : left.From(loaded), left, pointer);
    }

    async Task<LoadedModel> LoadAsync(ModelVersion version, CancellationToken cancellation)
    {
        var manifest = await store.ManifestAsync(version, cancellation).ConfigureAwait(false);
        var file = await store.OpenAsync(version, null, cancellation).ConfigureAwait(false);
        try
        {
            var model = ServedModel.Read(file);
            Try(model.Lists);
            Try(model.Stars);
            return new(version, manifest, model, clock.GetUtcNow());
        }
        catch (ModelFileException error)
        {
            throw new ModelDamagedException(ModelPaths.Model(version), error);
        }
    }

    // A file can be sound and its numbers no good: one viewer's scores tell, before anybody else sees them.
    static void Try(IModel model)
    {
        var scores = new float[model.Items.Count];
        OwnRating[] ratings = scores.Length == 0 ? [] : [new(0, Stars.Max), new(scores.Length - 1, Stars.Min)];
        model.FoldIn(ratings).ScoreAll(scores);
        var bad = Array.FindIndex(scores, score => !float.IsFinite(score));
        if (bad >= 0) throw new ModelFileException($"'{model.Kind}' gives film {model.Items[bad]} a score of {scores[bad]}.");
    }

    [LoggerMessage(LogLevel.Information, "Model {Version} is in service.")]
    partial void Serving(ModelVersion version);

    [LoggerMessage(LogLevel.Error, "The model in service could not be followed; {Version} stays.")]
    partial void Failed(Exception error, ModelVersion? version);
}
