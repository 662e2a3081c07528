using Matinee.Engine.Facts;
using Matinee.Engine.Files;
using Matinee.Engine.Models;
using Matinee.Engine.Ratings;

namespace Matinee.Engine.Blend;

/// <summary>
/// A weighted sum of star models over the same films. Its viewers are <see cref="IUncertainViewer"/>, and it is a
/// <see cref="ProfiledBlendModel"/> where any member makes use of what people tell of themselves.
/// </summary>
public class BlendModel : IModel
{
    /// <summary>The kind of these models.</summary>
    public const string Name = "blend";

    readonly IModel[] _members;
    readonly float[] _weights;
    readonly BlendSpread _spread;

    private protected BlendModel(IdMap items, IModel[] members, float[] weights, BlendSpread spread) =>
        (Items, _members, _weights, _spread) = (items, members, weights, spread);

    /// <inheritdoc/>
    public string Kind => Name;

    /// <inheritdoc/>
    public Goal Goal => Goal.Stars;

    /// <inheritdoc/>
    public IdMap Items { get; }

    /// <summary>What is blended, and how much of each; the weights need not add up to one.</summary>
    public IReadOnlyList<(IModel Model, float Weight)> Members => [.. _members.Select((model, m) => (model, _weights[m + 1]))];

    /// <inheritdoc/>
    public IViewer FoldIn(ReadOnlySpan<OwnRating> ratings) => View(ratings, PersonFacts.Unknown);

    /// <inheritdoc/>
    /// <remarks>The heaviest member that finds any answers.</remarks>
    public IReadOnlyList<Scored> Similar(int item, int count) =>
        Members.OrderByDescending(member => member.Weight)
            .Select(member => member.Model.Similar(item, count))
            .FirstOrDefault(found => found.Count > 0, []);

    /// <inheritdoc/>
    public void Save(ModelFileWriter file)
    {
        ArgumentNullException.ThrowIfNull(file);
        ItemIds.Add(file, Items);
        file.Add<float>("weights", _weights);
        _spread.Save(file);
        for (var m = 0; m < _members.Length; m++) _members[m].Save(file.Within(MemberName(m), _members[m].Kind));
    }

    internal static BlendModel Read(ModelFile file)
    {
        var items = ItemIds.Read(file);
        var weights = file.Section<float>("weights").ToArray();
        if (weights.Length is < 2 or > BlendOptions.MaxMembers + 1)
            throw new ModelFileException($"The blend says it has {weights.Length - 1} members.");
        var members = new IModel[weights.Length - 1];
        for (var m = 0; m < members.Length; m++)
        {
            members[m] = ModelReader.Read(file.Within(MemberName(m)));
            if (!members[m].Items.Ids.Span.SequenceEqual(items.Ids.Span))
                throw new ModelFileException($"The blend's member {m} ({members[m].Kind}) knows other films than the blend.");
        }

        return Of(items, members, weights, BlendSpread.Read(file, members));
    }

    internal static BlendModel Of(IdMap items, IModel[] members, float[] weights, BlendSpread spread) =>
        Array.Exists(members, member => member is IProfiledModel)
            ? new ProfiledBlendModel(items, members, weights, spread)
            : new BlendModel(items, members, weights, spread);

    /// <summary>One viewer of each member.</summary>
    internal static IViewer[] Viewers(IModel[] members, ReadOnlySpan<OwnRating> ratings, PersonFacts person)
    {
        var viewers = new IViewer[members.Length];
        for (var m = 0; m < viewers.Length; m++)
            viewers[m] = members[m] is IProfiledModel profiled ? profiled.FoldIn(ratings, person) : members[m].FoldIn(ratings);
        return viewers;
    }

    private protected IViewer View(ReadOnlySpan<OwnRating> ratings, PersonFacts person) =>
        new BlendViewer(Viewers(_members, ratings, person), _weights, _spread, Items.Count);

    static string MemberName(int member) => $"member{member}";
}
