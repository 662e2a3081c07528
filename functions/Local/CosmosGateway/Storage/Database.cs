using System.Collections.Immutable;
using Matinee.Local.CosmosGateway.Items;

namespace Matinee.Local.CosmosGateway.Storage;

/// <summary>A database as it stands: immutable, replaced by the account when something changes.</summary>
sealed record Database(string Id, uint Number, string Folder, uint Time, ImmutableList<ContainerEntry> Containers)
{
    public string Rid => ResourceId.DatabaseId(Number);

    /// <summary>A container by its name or resource id.</summary>
    public ContainerEntry? Find(string name) =>
        Containers.Find(entry => entry.Id == name) ?? Containers.Find(entry => entry.Container.Id.ToString() == name);
}

/// <summary>A container and what the account knows of it.</summary>
sealed record ContainerEntry(Container Container, string File, uint Time, long Revision)
{
    public string Id => Container.Definition.Id;

    public string ETag => $"\"{Container.Id.Number:x8}-0000-0000-0000-{Revision:x12}\"";
}
