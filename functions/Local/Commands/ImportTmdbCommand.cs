using System.CommandLine;
using System.Globalization;
using Matinee.Core.Import;
using Matinee.Local.Hosting;
using Matinee.Local.Import;
using Matinee.Local.Import.Tmdb.Api;

namespace Matinee.Local.Commands;

/// <summary><c>matinee import tmdb</c>: posters, overviews and credits from TMDB's API.</summary>
static class ImportTmdbCommand
{
    /// <summary>What TMDB's terms ask everybody who shows its data to say.</summary>
    public const string Attribution = "This product uses the TMDB API but is not endorsed or certified by TMDB.";

    const string KeySetting = "TMDB_KEY";
    const string CacheFolder = "tmdb";

    static readonly ImportSource s_nobody = ImportSource.Named(CacheFolder);

    public static Command Create()
    {
        var key = new Option<string?>("--key") { Description = $"Your key (v3) or token (v4) of TMDB; without it the setting {KeySetting} of the environment, which no list of processes shows." };
        var overwrite = new Option<bool>("--overwrite") { Description = "Put what TMDB says in the place of what is known; without it only gaps are filled." };
        var rate = new Option<int>("--per-second") { Description = $"Questions a second, up to {TmdbOptions.MaxPerSecond}.", DefaultValueFactory = _ => TmdbOptions.DefaultPerSecond };
        var days = new Option<int>("--cache-days") { Description = $"For so many days an answer is not asked for again, up to {TmdbOptions.MaxCacheDays}.", DefaultValueFactory = _ => TmdbOptions.DefaultCacheDays };
        var address = new Option<string>("--address") { Description = "Where the API is.", DefaultValueFactory = _ => TmdbOptions.DefaultAddress };
        var command = new Command("tmdb", "Fill in posters, overviews and credits of films that have an id at TMDB or IMDb, over TMDB's API.") { key, overwrite, rate, days, address };
        StoreCommand.Set(command, null, async deed =>
        {
            var options = new TmdbOptions
            {
                Key = deed.Parsed.GetValue(key) ?? Environment.GetEnvironmentVariable(KeySetting)
                    ?? throw new LocalException($"TMDB needs a key: get one at https://www.themoviedb.org/settings/api, and give it with --key or as {KeySetting}."),
                Address = new(deed.Parsed.GetRequiredValue(address), UriKind.RelativeOrAbsolute),
                PerSecond = deed.Parsed.GetValue(rate),
                CacheDays = deed.Parsed.GetValue(days),
                Overwrite = deed.Parsed.GetValue(overwrite),
            };
            var films = await FilmCatalogue.LoadAsync(deed.Store.Stores.Movies, deed.Store.Blobs, s_nobody, deed.Cancellation);
            var cache = new TmdbCache(Path.Combine(deed.Options.Data, CacheFolder), TimeSpan.FromDays(options.CacheDays), TimeProvider.System);
            var problems = new Problems();
            var outcome = await new TmdbEnrichment(deed.Store.Stores.Movies, options, cache, problems, TimeProvider.System).RunAsync(films.Films, deed.Progress, deed.Cancellation);
            await TellAsync(deed.Output, outcome, problems);
            return outcome.Failed == 0 ? ExitCode.Done : ExitCode.Failed;
        });
        return command;
    }

    static async Task TellAsync(TextWriter output, TmdbOutcome outcome, Problems problems)
    {
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"Of {outcome.Filled:N0} of {outcome.Asked:N0} films with gaps more is known now; {outcome.Unknown:N0} TMDB does not know, {outcome.Failed:N0} failed. "
            + $"{outcome.Requests:N0} questions were asked, {outcome.Kept:N0} answers were kept from before."));
        foreach (var problem in problems.First) await output.WriteLineAsync($"  {problem}");
        if (outcome.Failed > 0) await output.WriteLineAsync("The same command once more asks about those that failed.");
        await output.WriteLineAsync(Attribution);
    }
}
