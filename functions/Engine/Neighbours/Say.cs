using Matinee.Engine.Files;

namespace Matinee.Engine.Neighbours;

/// <summary>Who has a say in a viewer's scores, and how much: the options that the model of people needs when it is asked.</summary>
sealed record Say(int Neighbours, double Shrinkage, double Damping)
{
    const string NeighboursSection = "neighbours";
    const string ShrinkageSection = "shrinkage";
    const string DampingSection = "damping";

    public void Add(ModelFileWriter file)
    {
        file.AddValue(NeighboursSection, Neighbours);
        file.AddValue(ShrinkageSection, Shrinkage);
        file.AddValue(DampingSection, Damping);
    }

    public static Say Read(ModelFile file) =>
        new(file.Value<int>(NeighboursSection), file.Value<double>(ShrinkageSection), file.Value<double>(DampingSection));
}
