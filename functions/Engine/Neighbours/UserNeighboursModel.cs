using Matinee.Engine.Baseline;
using Matinee.Engine.Files;
using Matinee.Engine.Models;
using Matinee.Engine.Ratings;

namespace Matinee.Engine.Neighbours;

/// <summary>Expects of a film what people like the viewer found in it.</summary>
/// <remarks>
/// The only model that carries people: their ids and ratings, in the sections "people/..." and nowhere else, so that one
/// can be taken out at any time (<see cref="Without"/>). What remains of them is what the baseline learned of the films.
/// </remarks>
public sealed class UserNeighboursModel : IModel
{
    /// <summary>The kind of these models.</summary>
    public const string Name = "user-neighbours";

    const string BaselineSection = "baseline";
    const string PeopleSection = "people";
    const string IdsSection = "ids";

    readonly Say _say;

    internal UserNeighboursModel(BaselineModel baseline, IdMap people, SparseRows residuals, Say say) =>
        (Baseline, People, Residuals, _say) = (baseline, people, residuals, say);

    /// <inheritdoc/>
    public string Kind => Name;

    /// <inheritdoc/>
    public Goal Goal => Goal.Stars;

    /// <inheritdoc/>
    public IdMap Items => Baseline.Items;

    /// <summary>The ids of the people whose ratings it carries.</summary>
    public IdMap People { get; }

    internal BaselineModel Baseline { get; }

    /// <summary>A row a person: films in ascending order, and by how many stars the rating is above or below what the baseline expects.</summary>
    internal SparseRows Residuals { get; }

    /// <summary>The same model without one person's ratings; itself where it does not know the person.</summary>
    public UserNeighboursModel Without(int userId)
    {
        var person = People.IndexOf(userId);
        if (person < 0) return this;
        int[] others = [.. People.Ids.Span[..person], .. People.Ids.Span[(person + 1)..]];
        return new(Baseline, IdMap.FromAscending(others), Residuals.Without(person), _say);
    }

    IViewer IModel.FoldIn(ReadOnlySpan<OwnRating> ratings) => FoldIn(ratings);

    /// <summary>
    /// Compares the viewer with everyone. If the model carries the viewer's own ratings too, they are their own nearest neighbour: that
    /// changes no score of a film they have not rated but for the place it takes.
    /// </summary>
    public UserNeighboursViewer FoldIn(ReadOnlySpan<OwnRating> ratings) => new(this, _say, OwnRatings.Known(ratings, Items.Count));

    /// <summary>Always empty: this model compares people.</summary>
    public IReadOnlyList<Scored> Similar(int item, int count) => [];

    /// <inheritdoc/>
    public void Save(ModelFileWriter file)
    {
        ArgumentNullException.ThrowIfNull(file);
        Baseline.Save(file.Within(BaselineSection, BaselineModel.Name));
        _say.Add(file);
        var people = file.Within(PeopleSection, PeopleSection);
        people.Add(IdsSection, People.Ids);
        Residuals.Add(people);
    }

    internal static UserNeighboursModel Read(ModelFile file)
    {
        var baseline = BaselineModel.Read(file.Within(BaselineSection));
        var people = file.Within(PeopleSection);
        var ids = ItemIds.Read(people, IdsSection);
        return new(baseline, ids, SparseRows.Read(people, ids.Count, baseline.Items.Count), Say.Read(file));
    }
}
