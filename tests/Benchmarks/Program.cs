Console.Error.WriteLine("Use: dotnet run -c Release --project tests/Benchmarks -- <stars|lists|train|serve|scale> [--data <folder>]");
return 2;
