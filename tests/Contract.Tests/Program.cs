using Matinee.Contract.Tests;
using Matinee.Contract.Tests.Blobs;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

// A process that a test has started to play a part; otherwise what xunit would have generated.
return ChildProcess.IsOne(args) ? await ChildProcess.PlayAsync(args)
    : args.Any(argument => argument is "-automated" or "@@") ? await ConsoleRunner.Run(args)
    : await TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions);
