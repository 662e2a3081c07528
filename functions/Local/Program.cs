using System.Runtime.InteropServices;
using Matinee.Local.Commands;

// Ctrl-C and a polite kill end the running command, which then closes what it has open.
using var stop = new CancellationTokenSource();
using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
return await MatineeCommand.Create().Parse(args).InvokeAsync(new() { ProcessTerminationTimeout = null }, stop.Token);

void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stop.Cancel();
}
