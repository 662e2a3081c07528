using System.Globalization;
using Matinee.Core.Accounts;

namespace Matinee.Local.Commands;

/// <summary>People, and what was done for them, as operators read of it.</summary>
static class PeopleText
{
    public static string Of(FoundPerson person) => person is { LoginName: { } name, CreatedAt: { } since }
        ? string.Create(CultureInfo.InvariantCulture, $"{name} (id {person.Id}, since {since:yyyy-MM-dd}, {person.Ratings:N0} ratings)")
        : string.Create(CultureInfo.InvariantCulture, $"what is left of the id {person.Id} ({person.Ratings:N0} ratings)");

    public static async Task WriteAsync(TextWriter output, PersonDeleted deleted)
    {
        await output.WriteLineAsync($"{deleted.Id} was deleted at {Figures.Time(deleted.ErasedAt)}.");
        var table = new TextTable(1, "container", "rows deleted");
        foreach (var (container, rows) in deleted.Erased) table.Add(container, rows.ToString("N0", CultureInfo.InvariantCulture));
        await table.WriteAsync(output);
        foreach (var one in deleted.Remains)
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Until {Figures.Time(one.Until)} {one.Container} keeps at most {one.Items:N0} marks. {one.What}"));
        await output.WriteLineAsync(deleted switch
        {
            { ModelInService: null } => "No model is in service.",
            { ModelMayHoldThem: false } => $"The model in service, {deleted.ModelInService}, never knew them.",
            _ => $"The model in service, {deleted.ModelInService}, is served without them from now on. Its file may hold them until the next retraining, "
                + $"{Figures.Time(deleted.NextRetraining)} by the schedule that is set here, or now by: matinee train",
        });
        await output.WriteLineAsync($"Models whose ratings were taken after {Figures.Time(deleted.ModelsKnowNothingAfter)} never knew them.");
    }
}
