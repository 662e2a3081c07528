using System.Runtime.InteropServices;
using Matinee.Local.Commands;

using var end = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
return await MatineeCommand.RunAsync(args, new() { ProcessTerminationTimeout = null }, end.Token);

// The first signal asks for an orderly end, the second one ends at once.
void End(PosixSignalContext context)
{
    context.Cancel = !end.IsCancellationRequested;
    end.Cancel();
}
