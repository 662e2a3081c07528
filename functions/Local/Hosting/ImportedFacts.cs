using Matinee.Core.Blobs;
using Matinee.Core.Import;
using Matinee.Core.Training;
using Microsoft.Extensions.DependencyInjection;

namespace Matinee.Local.Hosting;

/// <summary>Lets training know what data sets tell of their people.</summary>
static class ImportedFacts
{
    public static IServiceCollection AddImportedPeople(this IServiceCollection services, IBlobs blobs) =>
        services.AddSingleton<ImportedPeople>(cancellation => BulkImport.FactsAsync(blobs, cancellation));
}
