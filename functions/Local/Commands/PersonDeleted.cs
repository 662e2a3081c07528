using Matinee.Core.Accounts;
using Matinee.Core.Models;

namespace Matinee.Local.Commands;

/// <summary>The receipt of a person's deletion.</summary>
/// <param name="Id">Whose account it was.</param>
/// <param name="ErasedAt">When it was done.</param>
/// <param name="Erased">By container, how many rows went.</param>
/// <param name="Remains">What is kept for a while so that nothing is counted twice, and until when.</param>
/// <param name="ModelsKnowNothingAfter">Models whose ratings were taken after this never knew the person.</param>
/// <param name="ModelInService">The model in service; null where there is none.</param>
/// <param name="ModelMayHoldThem">Its file may hold them until the next retraining. It is served without them from now on.</param>
/// <param name="NextRetraining">When that is, by the schedule that is set here: by then the last file that may hold them is gone.</param>
sealed record PersonDeleted(
    string Id,
    DateTimeOffset ErasedAt,
    IReadOnlyDictionary<string, int> Erased,
    IReadOnlyList<Remainder> Remains,
    DateTimeOffset ModelsKnowNothingAfter,
    string? ModelInService,
    bool ModelMayHoldThem,
    DateTimeOffset NextRetraining)
{
    public static PersonDeleted Of(FoundPerson person, DepartureReceipt receipt, ModelManifest? inService, DateTimeOffset retraining) => new(
        person.Id,
        receipt.ErasedAt,
        receipt.Erased,
        receipt.Remains,
        receipt.ModelsKnowNothingAfter,
        inService?.Version?.ToString(),
        inService is not null && inService.Data.Taken <= receipt.ModelsKnowNothingAfter,
        retraining);
}
