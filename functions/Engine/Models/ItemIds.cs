using Matinee.Engine.Files;
using Matinee.Engine.Ratings;

namespace Matinee.Engine.Models;

/// <summary>The section that says which films a model knows.</summary>
static class ItemIds
{
    const string Section = "items";

    public static void Add(ModelFileWriter file, IdMap items) => file.Add(Section, items.Ids);

    public static IdMap Read(ModelFile file) => Read(file, Section);

    /// <summary>Any section of ids in ascending order.</summary>
    public static IdMap Read(ModelFile file, string section)
    {
        try
        {
            return IdMap.FromAscending(file.Section<int>(section).Span);
        }
        catch (ArgumentException error)
        {
            throw new ModelFileException($"The section '{section}' does not hold ids: {error.Message}", error);
        }
    }
}
