using Matinee.Core.Models;

namespace Matinee.Core.Training;

/// <summary>The model in service while another is trained.</summary>
/// <param name="Manifest">What is known of it.</param>
/// <param name="Model">The model; null where it can't be read.</param>
sealed record ModelBefore(ModelManifest Manifest, ServedModel? Model);
