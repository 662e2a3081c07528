using Matinee.Engine.Evaluation;
using Matinee.Engine.Files;
using Matinee.Engine.Models;
using Matinee.Engine.Ratings;

namespace Matinee.Engine.Hybrid;

/// <summary>A weighted sum of list models, whose weights depend on how much the viewer has rated and how much a film is rated.</summary>
/// <remarks>
/// With b what a member says to anyone, and s what it says to the viewer, a score is Σ weight₀·b + Σ weight·(s − b). All in it is
/// linear in the members' scores, so reasons stay exact. For members of different scales the weights hold one factor each,
/// the same for everyone: standardising the scores of each viewer did no better, and would make every reason depend on all films.
/// </remarks>
public sealed class HybridModel : IModel
{
    /// <summary>The kind of these models.</summary>
    public const string Name = "hybrid";

    const string KindsSection = "film-kinds";
    const string SegmentsSection = "viewer-segments";

    readonly float[] _base;

    internal HybridModel(IdMap items, IReadOnlyList<IModel> members, HybridWeights weights, byte[] kinds, SegmentOptions segments)
    {
        (Items, Weights, Kinds, Segments) = (items, weights, kinds, segments);
        Members = [.. members.Select(member => new HybridMember(member, items))];
        _base = new float[items.Count];
        for (var film = 0; film < _base.Length; film++)
        {
            for (var m = 0; m < Members.Length; m++)
            {
                var place = Members[m].PlaceOf(film);
                if (place >= 0) _base[film] += weights.Base[m] * Members[m].Base[place];
            }
        }
    }

    /// <inheritdoc/>
    public string Kind => Name;

    /// <inheritdoc/>
    public Goal Goal => Goal.Lists;

    /// <inheritdoc/>
    public IdMap Items { get; }

    /// <summary>The models that are blended.</summary>
    public IReadOnlyList<IModel> Models => [.. Members.Select(member => member.Model)];

    internal HybridMember[] Members { get; }

    internal HybridWeights Weights { get; }

    /// <summary>The <see cref="FilmKind"/> of each film.</summary>
    internal byte[] Kinds { get; }

    internal SegmentOptions Segments { get; }

    /// <summary>What is said to anyone.</summary>
    internal ReadOnlySpan<float> Base => _base;

    /// <inheritdoc/>
    public IViewer FoldIn(ReadOnlySpan<OwnRating> ratings) => new HybridViewer(this, OwnRatings.Known(ratings, Items.Count));

    /// <inheritdoc/>
    /// <remarks>What the first member says that finds enough; otherwise what most are found by: a new film is like others by its content only.</remarks>
    public IReadOnlyList<Scored> Similar(int item, int count)
    {
        IReadOnlyList<Scored> most = [];
        if (count <= 0) return most;
        foreach (var member in Members)
        {
            var found = member.Model.Similar(member.PlaceOf(item), count);
            if (found.Count > most.Count) most = [.. found.Select(film => film with { Item = member.PlaceAmongAll(film.Item) })];
            if (most.Count >= count) break;
        }

        return most;
    }

    /// <inheritdoc/>
    public void Save(ModelFileWriter file)
    {
        ArgumentNullException.ThrowIfNull(file);
        ItemIds.Add(file, Items);
        Weights.Add(file);
        file.Add<byte>(KindsSection, Kinds);
        file.Add<int>(SegmentsSection, new[] { Segments.NewUpTo, Segments.HeavyFrom });
        for (var m = 0; m < Members.Length; m++) Members[m].Model.Save(file.Within(MemberName(m), Members[m].Model.Kind));
    }

    internal static HybridModel Read(ModelFile file)
    {
        var items = ItemIds.Read(file);
        var weights = HybridWeights.Read(file);
        var kinds = file.Section<byte>(KindsSection, items.Count).ToArray();
        if (Array.Exists(kinds, kind => kind >= FilmKinds.Count)) throw new ModelFileException("A film of the hybrid is of no known kind.");
        var segments = file.Section<int>(SegmentsSection, 2).Span;
        var members = new IModel[weights.Members];
        for (var m = 0; m < members.Length; m++) members[m] = ReadMember(file, m);
        try
        {
            return new(items, members, weights, kinds, new() { NewUpTo = segments[0], HeavyFrom = segments[1] });
        }
        catch (ArgumentException error)
        {
            throw new ModelFileException($"The hybrid contradicts itself: {error.Message}", error);
        }
    }

    static IModel ReadMember(ModelFile file, int m)
    {
        var within = file.Within(MemberName(m));
        // A hybrid inside itself inside itself would be read until the stack ends.
        if (within.Kind == Name) throw new ModelFileException("A hybrid can't be a member of a hybrid.");
        var member = ModelReader.Read(within);
        return member.Goal == Goal.Lists && member.FoldIn([]) is IExplainingViewer
            ? member
            : throw new ModelFileException($"The hybrid's member {m} ({member.Kind}) makes no lists that it can explain.");
    }

    static string MemberName(int member) => $"member{member}";
}
