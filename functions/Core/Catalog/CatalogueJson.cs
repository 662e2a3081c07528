using System.Text.Json.Serialization;

namespace Matinee.Core.Catalog;

/// <summary>How a film is written to tell one state of it from another.</summary>
[JsonSerializable(typeof(Movie))]
sealed partial class CatalogueJson : JsonSerializerContext;
