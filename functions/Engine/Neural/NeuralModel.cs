using System.Numerics.Tensors;
using Matinee.Engine.Baseline;
using Matinee.Engine.Files;
using Matinee.Engine.Models;
using Matinee.Engine.Numerics;
using Matinee.Engine.Ranking;
using Matinee.Engine.Ratings;

namespace Matinee.Engine.Neural;

/// <summary>A learned net and the films' embeddings.</summary>
public sealed class NeuralModel : IModel
{
    /// <summary>The kind of these models.</summary>
    public const string Name = "neural";

    const int MaxSteps = 1000;

    readonly Lazy<float[]> _directions;

    internal NeuralModel(BaselineModel baseline, NetState state, FoldInSteps steps)
    {
        (Baseline, State, Steps) = (baseline, state, steps);
        _directions = new(Directions);
    }

    /// <inheritdoc/>
    public string Kind => Name;

    /// <inheritdoc/>
    public Goal Goal => Goal.Stars;

    /// <inheritdoc/>
    public IdMap Items => Baseline.Items;

    internal BaselineModel Baseline { get; }

    internal NetState State { get; }

    internal FoldInSteps Steps { get; }

    /// <inheritdoc/>
    public IViewer FoldIn(ReadOnlySpan<OwnRating> ratings) =>
        new NeuralViewer(this, FoldedPerson.Of(State, Baseline, OwnRatings.Known(ratings, Items.Count), Steps));

    /// <inheritdoc/>
    public IReadOnlyList<Scored> Similar(int item, int count)
    {
        if ((uint)item >= (uint)Items.Count || count <= 0) return [];
        var scores = new float[Items.Count];
        var (directions, width) = (_directions.Value, State.Shape.Embedding);
        Kernels.RowsDot(directions, directions.AsSpan(item * width, width), scores);
        return TopItems.Of(scores, count, excluded: ItemSet.Of(item));
    }

    /// <inheritdoc/>
    public void Save(ModelFileWriter file)
    {
        ArgumentNullException.ThrowIfNull(file);
        ItemIds.Add(file, Items);
        Baseline.Save(file.Within("baseline", BaselineModel.Name));
        State.Save(file);
        file.AddValue("steps", Steps.Count);
        file.Add<float>("step", new[] { Steps.Rate, Steps.Regularization });
    }

    internal static NeuralModel Read(ModelFile file)
    {
        var items = ItemIds.Read(file);
        var baseline = ModelReader.Read(file.Within("baseline")) as BaselineModel
            ?? throw new ModelFileException("The net does not stand on a baseline.");
        if (!baseline.Items.Ids.Span.SequenceEqual(items.Ids.Span)) throw new ModelFileException("The net knows other films than its baseline.");
        var (count, step) = (file.Value<int>("steps"), file.Section<float>("step", 2).ToArray());
        if (count is < 0 or > MaxSteps || !float.IsFinite(step[0]) || !float.IsFinite(step[1]))
            throw new ModelFileException($"The model says it folds in with {count} steps of {step[0]}.");
        return new(baseline, NetState.Read(file, items.Count), new(count, step[0], step[1]));
    }

    /// <summary>The films' embeddings, brought to length one.</summary>
    float[] Directions()
    {
        var (width, stride) = (State.Shape.Embedding, State.Shape.FilmStride);
        var directions = new float[Items.Count * width];
        for (var item = 0; item < Items.Count; item++)
        {
            var direction = directions.AsSpan(item * width, width);
            State.Films.Span.Slice(item * stride, width).CopyTo(direction);
            var length = MathF.Sqrt(Kernels.Dot(direction, direction));
            if (length > 0) TensorPrimitives.Divide(direction, length, direction);
        }

        return directions;
    }
}
