using Matinee.Engine.Files;
using Matinee.Engine.Features;

namespace Matinee.Engine.Neural;

/// <summary>The learned numbers: the films and the net.</summary>
/// <param name="Shape">The sizes.</param>
/// <param name="Films">A row of <see cref="NetShape.FilmStride"/> for each film.</param>
/// <param name="Net">The net's weights.</param>
sealed record NetState(NetShape Shape, ReadOnlyMemory<float> Films, ReadOnlyMemory<float> Net)
{
    /// <summary>W the other way round.</summary>
    public float[] DeepBack { get; } = PersonPass.TransposeDeep(Shape, Net.Span);

    public void Save(ModelFileWriter file)
    {
        file.Add<int>("sizes", new[] { Shape.Embedding, Shape.First, Shape.Second });
        file.Add("films", Films);
        file.Add("net", Net);
    }

    public static NetState Read(ModelFile file, int films)
    {
        var sizes = file.Section<int>("sizes", 3).ToArray();
        foreach (var size in sizes)
        {
            if (size is < NeuralOptions.Tile or > NeuralOptions.MaxSize || size % NeuralOptions.Tile != 0)
                throw new ModelFileException($"The model says it has a layer of {size}.");
        }

        var shape = new NetShape(sizes[0], sizes[1], sizes[2]);
        return new(
            shape,
            FeatureTable.Finite(file, "films", (long)films * shape.FilmStride),
            FeatureTable.Finite(file, "net", shape.Weights));
    }
}
