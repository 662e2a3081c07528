using Matinee.Benchmarks;

return CommandLine.Run(args);
