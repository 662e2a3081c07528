using Matinee.Engine.Files;

namespace Matinee.Engine.Hybrid;

/// <summary>How much each member counts, for each kind of viewer and of film.</summary>
/// <param name="Own">
/// The weight of what a viewer's own ratings add to a member's score: by member, by viewer (new, regular, heavy), by <see cref="FilmKind"/>.
/// </param>
/// <param name="Base">The weight of what a member says to anyone, by member.</param>
sealed record HybridWeights(float[] Own, float[] Base)
{
    public const int Viewers = 3;

    const int OfMember = Viewers * FilmKinds.Count;
    const string OwnSection = "own-weights";
    const string BaseSection = "base-weights";

    public int Members => Base.Length;

    /// <summary>The weights of a member for a kind of viewer, by kind of film.</summary>
    public ReadOnlySpan<float> Of(int member, int viewer) => Own.AsSpan(member * OfMember + viewer * FilmKinds.Count, FilmKinds.Count);

    /// <summary>The same for all members and kinds.</summary>
    public static HybridWeights Same(int members, float own, float ofBase)
    {
        var weights = new HybridWeights(new float[members * OfMember], new float[members]);
        weights.Own.AsSpan().Fill(own);
        weights.Base.AsSpan().Fill(ofBase);
        return weights;
    }

    /// <summary>A copy with the own weights of a member times a factor, for one kind of viewers (null for all) and some kinds of films.</summary>
    public HybridWeights Scaled(int member, int? viewer, ReadOnlySpan<FilmKind> films, float factor)
    {
        var own = Own.AsSpan().ToArray();
        for (var v = viewer ?? 0; v <= (viewer ?? Viewers - 1); v++)
        {
            foreach (var film in films) own[member * OfMember + v * FilmKinds.Count + (int)film] *= factor;
        }

        return this with { Own = own };
    }

    /// <summary>A copy with another base weight of a member.</summary>
    public HybridWeights WithBase(int member, float weight)
    {
        var bases = Base.AsSpan().ToArray();
        bases[member] = weight;
        return this with { Base = bases };
    }

    /// <summary>A copy for scores that have not been divided by these scales.</summary>
    public HybridWeights Unscaled(ReadOnlySpan<float> own, ReadOnlySpan<float> bases)
    {
        var unscaled = new HybridWeights(Own.AsSpan().ToArray(), Base.AsSpan().ToArray());
        for (var i = 0; i < unscaled.Own.Length; i++) unscaled.Own[i] /= own[i / OfMember];
        for (var i = 0; i < unscaled.Base.Length; i++) unscaled.Base[i] /= bases[i];
        return unscaled;
    }

    public void Add(ModelFileWriter file)
    {
        file.Add<float>(OwnSection, Own);
        file.Add<float>(BaseSection, Base);
    }

    public static HybridWeights Read(ModelFile file)
    {
        var bases = file.Section<float>(BaseSection).ToArray();
        if (bases.Length is < 1 or > HybridOptions.MaxMembers) throw new ModelFileException($"The hybrid says it has {bases.Length} members.");
        var own = file.Section<float>(OwnSection, bases.Length * OfMember).ToArray();
        return Array.TrueForAll(own, float.IsFinite) && Array.TrueForAll(bases, float.IsFinite)
            ? new(own, bases)
            : throw new ModelFileException("A weight of the hybrid is not a number.");
    }
}
