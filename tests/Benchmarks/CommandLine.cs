using Matinee.Benchmarks.Load;

namespace Matinee.Benchmarks;

/// <summary>The commands there are, and how they are called.</summary>
static class CommandLine
{
    /// <summary>What every command understands.</summary>
    public static readonly IReadOnlyList<Option> Common =
    [
        new("data", "a folder with ml-100k, ml-1m or ml-latest files; else MATINEE_DATA, ../shared/data/ml-latest-small or a simulated set"),
        new("simulate", "a simulated set with so many ratings instead"),
        new("threads", "how many threads may work; all cores by default"),
    ];

    // One line a command.
    static readonly Command[] s_commands =
    [
        new("stars", "how close the star models come", StarBoard.Options, StarBoard.Run),
        new("train", "how long the factorization takes to be as good as LIBMF", Train.Options, Train.Run),
        new("lists", "how good every trainer's lists are", Lists.Options, Lists.Run),
        new("serve", "what one request costs, against reading the factors from memory", Serve.Options, Serve.Run),
        new("search", "how long suggestions take while somebody types", Search.Options, Search.Run),
        new("recommend", "what a page of recommendations costs, from ratings to reasons", Recommend.Options, Recommend.Run),
        new("store", "what the embedded store does through the Cosmos SDK", Store.Options, Store.Run),
        new("load", "what the local host serves, against an endpoint that does nothing", LoadBoard.Options, LoadBoard.Run),
        new("mix", "the highest rate of a realistic mix with p99 under 100 ms, and what happens above it", MixBoard.Options, MixBoard.Run),
        new("kinds", "what finding kinds of viewers costs from 10 k to 200 k viewers", Kinds.Options, Kinds.Run),
        new("scale", "what training costs from 100 k to 25 M ratings", Scale.Options, Scale.Run),
    ];

    public static int Run(string[] args)
    {
        try
        {
            if (args.Length == 0) throw new UsageException("Name a command.");
            var command = Array.Find(s_commands, known => known.Name == args[0])
                ?? throw new UsageException($"'{args[0]}' is no command.");
            command.Run(Arguments.Parse(args.AsSpan(1), [.. command.Options, .. Common]));
            return 0;
        }
        catch (InvalidDataException error)
        {
            Console.Error.WriteLine(error.Message);
            return 2;
        }
        catch (UsageException error)
        {
            Console.Error.WriteLine(error.Message);
            Console.Error.WriteLine();
            Console.Error.WriteLine("dotnet run -c Release --project tests/Benchmarks -- <command> [--option value ...]");
            foreach (var command in s_commands)
            {
                Console.Error.WriteLine($"  {command.Name,-14}{command.Summary}");
                foreach (var option in command.Options) Console.Error.WriteLine($"    --{option.Name,-10}{option.Meaning}");
            }

            Console.Error.WriteLine("  every command");
            foreach (var option in Common) Console.Error.WriteLine($"    --{option.Name,-10}{option.Meaning}");
            return 2;
        }
    }
}
