using System.CommandLine;
using Matinee.Local.Doctor;

namespace Matinee.Local.Commands;

/// <summary><c>matinee doctor</c>: is everything there that is needed, and what to do where it is not.</summary>
static class DoctorCommand
{
    public static Command Create()
    {
        var backend = new BackendArguments();
        var json = new Option<bool>("--json") { Description = "Give JSON." };
        var command = new Command("doctor", "Check settings, stores, model and machine; says the cure of each fault.") { json };
        backend.AddTo(command);
        command.SetAction((parsed, cancellation) =>
        {
            var console = parsed.InvocationConfiguration;
            return CommandEnd.OfAsync(console, async () =>
            {
                var diagnosis = await new Examination(backend.Of(parsed), TimeProvider.System).RunAsync(cancellation);
                await (parsed.GetValue(json) ? CommandJson.WriteAsync(console.Output, diagnosis) : TellAsync(console.Output, diagnosis));
                return diagnosis.IsSound ? ExitCode.Done : ExitCode.Failed;
            }, cancellation);
        });
        return command;
    }

    static async Task TellAsync(TextWriter output, Diagnosis diagnosis)
    {
        var table = new TextTable(3, "state", "check", "finding");
        foreach (var finding in diagnosis.Findings)
        {
            var mark = finding.Level switch { FindingLevel.Ok => "ok", FindingLevel.Note => "note", _ => "BROKEN" };
            table.Add(mark, finding.Check, finding.Cure is null ? finding.Detail : $"{finding.Detail} -> {finding.Cure}");
        }

        await table.WriteAsync(output);
        await output.WriteLineAsync(diagnosis.IsSound ? "Nothing is broken." : "Something is broken.");
    }
}
