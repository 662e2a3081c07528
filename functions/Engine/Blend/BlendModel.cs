using Matinee.Engine.Files;
using Matinee.Engine.Models;
using Matinee.Engine.Ratings;

namespace Matinee.Engine.Blend;

/// <summary>A weighted sum of star models over the same films.</summary>
public sealed class BlendModel : IModel
{
    /// <summary>The kind of these models.</summary>
    public const string Name = "blend";

    readonly IModel[] _members;
    readonly float[] _weights;

    internal BlendModel(IdMap items, IModel[] members, float[] weights) => (Items, _members, _weights) = (items, members, weights);

    /// <inheritdoc/>
    public string Kind => Name;

    /// <inheritdoc/>
    public Goal Goal => Goal.Stars;

    /// <inheritdoc/>
    public IdMap Items { get; }

    /// <summary>What is blended, and how much of each; the weights need not add up to one.</summary>
    public IReadOnlyList<(IModel Model, float Weight)> Members => [.. _members.Select((model, m) => (model, _weights[m + 1]))];

    /// <inheritdoc/>
    public IViewer FoldIn(ReadOnlySpan<OwnRating> ratings)
    {
        var viewers = new IViewer[_members.Length];
        for (var m = 0; m < viewers.Length; m++) viewers[m] = _members[m].FoldIn(ratings);
        return new BlendViewer(viewers, _weights, Items.Count);
    }

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

        return new(items, members, weights);
    }

    static string MemberName(int member) => $"member{member}";
}
