using System.Text;
using System.Text.Json;
using Matinee.Core.Blobs;
using Matinee.Engine.Boards;

namespace Matinee.Core.Training;

/// <summary>What searches for options have found, each as models/searches/{candidate}.json. Worth some time of training, and nothing more: what can't be read is dropped.</summary>
sealed class SearchMemories
{
    const string Root = "models/searches/";
    const string Extension = ".json";

    readonly IBlobs _blobs;
    readonly TrainingPlan _plan;
    readonly TrainingLog _log;
    readonly Dictionary<string, (SearchMemory? Memory, string? Tag)> _known = [];
    readonly HashSet<string> _changed = [];

    SearchMemories(IBlobs blobs, TrainingPlan plan, TrainingLog log) => (_blobs, _plan, _log) = (blobs, plan, log);

    /// <summary>Reads what is remembered of a plan's candidates.</summary>
    public static async Task<SearchMemories> ReadAsync(IBlobs blobs, TrainingPlan plan, TrainingLog log, CancellationToken cancellation)
    {
        var memories = new SearchMemories(blobs, plan, log);
        foreach (var name in plan.Candidates.Where(static candidate => candidate.Knobs.Count > 0).Select(static candidate => candidate.Name).Distinct())
        {
            var read = await blobs.ReadAsync(NameOf(name), null, cancellation).ConfigureAwait(false);
            if (read != BlobRead.Missing) memories._known[name] = (memories.Parse(name, read.Content), read.Tag);
        }

        return memories;
    }

    /// <summary>What is remembered of a candidate; null where that is nothing.</summary>
    public SearchMemory? Of(TrainingCandidate candidate) => _known.GetValueOrDefault(candidate.Name).Memory;

    /// <summary>The candidate, set as it did best so far.</summary>
    public TrainingCandidate Tuned(TrainingCandidate candidate)
    {
        if (candidate.Knobs.Count == 0) return candidate;
        var space = new SearchSpace(candidate.Name, candidate.Knobs, values => throw new NotSupportedException("Nothing is trained here."));
        return space.BestOf(Of(candidate)) is { } values ? candidate.With(values, _plan.Recall) : candidate;
    }

    /// <summary>Remembers what a search has found.</summary>
    public void Take(TrainingCandidate candidate, SearchMemory memory)
    {
        _known[candidate.Name] = (memory, _known.GetValueOrDefault(candidate.Name).Tag);
        _changed.Add(candidate.Name);
    }

    /// <summary>Writes down what is new.</summary>
    public async Task SaveAsync(string run, CancellationToken cancellation)
    {
        foreach (var name in _changed)
        {
            var (memory, tag) = _known[name];
            try
            {
                await _blobs.WriteAsync(NameOf(name), Encoding.UTF8.GetBytes(memory!.ToJson()), tag, cancellation).ConfigureAwait(false);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                // The models are none the worse for it; the next run searches again.
                _log.NotWritten(error, run, $"what was found of {name}");
            }
        }
    }

    SearchMemory? Parse(string name, ReadOnlyMemory<byte> content)
    {
        try
        {
            return SearchMemory.FromJson(Encoding.UTF8.GetString(content.Span));
        }
        catch (JsonException error)
        {
            _log.SearchForgotten(error, name);
            return null;
        }
    }

    static string NameOf(string candidate) => Root + candidate + Extension;
}
