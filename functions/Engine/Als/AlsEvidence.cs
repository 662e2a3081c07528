using Matinee.Engine.Files;
using Matinee.Engine.Ratings;

namespace Matinee.Engine.Als;

/// <summary>What n own ratings add to a viewer's equations: (the viewer matrix + Σ w·y·yᵀ + n·ρ)·x = Σ (w + e)·y.</summary>
/// <param name="Stars">The weights w by stars.</param>
/// <param name="Surplus">e: how much more a rating pulls than it weighs; 0 in models that <see cref="AlsTrainer"/> makes.</param>
/// <param name="Regularization">ρ: how much each rating adds to the regularization; 0 in models that <see cref="AlsTrainer"/> makes.</param>
sealed record AlsEvidence(StarWeights Stars, float Surplus = 0, float Regularization = 0)
{
    const string InfluenceSection = "stars-influence";
    const string SurplusSection = "surplus";
    const string RegularizationSection = "own-regularization";

    /// <summary>How much of a rating's pull its weight is.</summary>
    public float ShareOfWeight(float weight) => Surplus == 0 ? 1 : weight / (weight + Surplus);

    public void Save(ModelFileWriter file)
    {
        file.AddValue(InfluenceSection, Stars.Influence);
        if (Surplus != 0) file.AddValue(SurplusSection, Surplus);
        if (Regularization != 0) file.AddValue(RegularizationSection, Regularization);
    }

    public static AlsEvidence Read(ModelFile file) =>
        new(StarWeights.Read(file, InfluenceSection), NumberIn(file, SurplusSection), NumberIn(file, RegularizationSection));

    // Files of before there were any have neither.
    static float NumberIn(ModelFile file, string section)
    {
        if (!file.Has(section)) return 0;
        var number = file.Value<float>(section);
        return number is >= 0 and < float.PositiveInfinity
            ? number
            : throw new ModelFileException($"The section '{section}' holds {number}; it must be a number of at least 0.");
    }
}
