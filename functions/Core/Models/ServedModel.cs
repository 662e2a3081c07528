using Matinee.Engine.Files;
using Matinee.Engine.Models;
using Matinee.Engine.Portraits;

namespace Matinee.Core.Models;

/// <summary>What one published version serves: a model that ranks, one that predicts stars, the people to compare with, and the kinds of viewers. One file.</summary>
public sealed class ServedModel
{
    /// <summary>The kind of these files.</summary>
    public const string Kind = "matinee";

    const string ListsSection = "lists";
    const string StarsSection = "stars";
    const string CommunitySection = "community";
    const string PortraitsSection = "portraits";

    // Every model inside a file has a section that names its kind.
    const string CommunityKind = CommunitySection + "/kind";
    const string PortraitsKind = PortraitsSection + "/kind";

    /// <summary>Puts the parts together.</summary>
    /// <exception cref="ArgumentException">The star model does not predict stars.</exception>
    public ServedModel(IModel lists, IModel stars, Community? community, PortraitsModel? portraits = null)
    {
        ArgumentNullException.ThrowIfNull(lists);
        ArgumentNullException.ThrowIfNull(stars);
        if (stars.Goal != Goal.Stars) throw new ArgumentException($"'{stars.Kind}' does not predict stars.", nameof(stars));
        (Lists, Stars, Community, Portraits) = (lists, stars, community, portraits);
    }

    /// <summary>Orders films for a viewer.</summary>
    public IModel Lists { get; }

    /// <summary>Says how many stars a viewer would give.</summary>
    public IModel Stars { get; }

    /// <summary>The people to compare with; null where nobody consents.</summary>
    public Community? Community { get; }

    /// <summary>The kinds of viewers, in which nobody is; null where there are none, as in files of before there were any.</summary>
    public PortraitsModel? Portraits { get; }

    /// <summary>The same without one person.</summary>
    public ServedModel Without(string userId) => new(Lists, Stars, Community?.Without(userId), Portraits);

    /// <summary>The file that holds all of it.</summary>
    public ModelFileWriter Write()
    {
        var file = new ModelFileWriter(Kind);
        Lists.Save(file.Within(ListsSection, Lists.Kind));
        Stars.Save(file.Within(StarsSection, Stars.Kind));
        Community?.Save(file.Within(CommunitySection, CommunitySection));
        Portraits?.Save(file.Within(PortraitsSection, Portraits.Kind));
        return file;
    }

    /// <summary>Reads all of it.</summary>
    /// <exception cref="ModelFileException">It is another kind of file, or its parts do not fit together.</exception>
    public static ServedModel Read(ModelFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (file.Kind != Kind) throw new ModelFileException($"This is a file of kind '{file.Kind}', not one that serves ('{Kind}').");
        var stars = ModelReader.Read(file.Within(StarsSection));
        if (stars.Goal != Goal.Stars) throw new ModelFileException($"'{stars.Kind}' stands where stars are predicted, and predicts none.");
        var community = file.Has(CommunityKind) ? Community.Read(file.Within(CommunitySection)) : null;
        return new(ModelReader.Read(file.Within(ListsSection)), stars, community, PortraitsIn(file));
    }

    static PortraitsModel? PortraitsIn(ModelFile file)
    {
        if (!file.Has(PortraitsKind)) return null;
        var model = ModelReader.Read(file.Within(PortraitsSection));
        return model as PortraitsModel ?? throw new ModelFileException($"'{model.Kind}' stands where the portraits are.");
    }
}
