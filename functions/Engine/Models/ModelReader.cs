using System.Collections.Frozen;
using Matinee.Engine.Als;
using Matinee.Engine.Baseline;
using Matinee.Engine.Blend;
using Matinee.Engine.Boards;
using Matinee.Engine.Content;
using Matinee.Engine.Ease;
using Matinee.Engine.Factorization;
using Matinee.Engine.Files;
using Matinee.Engine.Forest;
using Matinee.Engine.Hybrid;
using Matinee.Engine.Neighbours;
using Matinee.Engine.Neural;
using Matinee.Engine.Popularity;
using Matinee.Engine.Portraits;
using Matinee.Engine.Ridge;

namespace Matinee.Engine.Models;

/// <summary>Makes a model of a model file, whatever kind it is; no trainer is needed.</summary>
public static class ModelReader
{
    // One line a kind: the constant that names it, and the function that reads it.
    static readonly FrozenDictionary<string, Func<ModelFile, IModel>> s_kinds = new Dictionary<string, Func<ModelFile, IModel>>
    {
        [AlsModel.Name] = AlsModel.Read,
        [BaselineModel.Name] = BaselineModel.Read,
        [BlendModel.Name] = BlendModel.Read,
        [ContentModel.Name] = ContentModel.Read,
        [EaseModel.Name] = EaseModel.Read,
        [FactorizationModel.Name] = FactorizationModel.Read,
        [ForestModel.Name] = ForestModel.Read,
        [HybridModel.Name] = HybridModel.Read,
        [ItemNeighboursModel.Name] = ItemNeighboursModel.Read,
        [NeuralModel.Name] = NeuralModel.Read,
        [PopularityModel.Name] = PopularityModel.Read,
        [PortraitsModel.Name] = PortraitsModel.Read,
        [RandomModel.Name] = RandomModel.Read,
        [RidgeModel.Name] = RidgeModel.Read,
        [UserNeighboursModel.Name] = UserNeighboursModel.Read,
    }.ToFrozenDictionary();

    /// <summary>The kinds that can be read.</summary>
    public static IReadOnlyCollection<string> Kinds => s_kinds.Keys;

    /// <summary>Reads a model from a stream.</summary>
    /// <exception cref="ModelFileException">It is not a sound model file of a known kind.</exception>
    public static IModel Read(Stream stream) => Read(ModelFile.Read(stream));

    /// <summary>Reads the model that a file holds.</summary>
    /// <exception cref="ModelFileException">It is of no known kind, or its sections do not fit together.</exception>
    public static IModel Read(ModelFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return s_kinds.TryGetValue(file.Kind, out var read)
            ? read(file)
            : throw new ModelFileException($"The model is of kind '{file.Kind}'; this version reads {string.Join(", ", Kinds.Order())}.");
    }

    /// <summary>Writes a model to a stream.</summary>
    public static void Write(IModel model, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(model);
        var file = new ModelFileWriter(model.Kind);
        model.Save(file);
        file.WriteTo(stream);
    }
}
