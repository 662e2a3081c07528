using System.Text.Json;
using System.Text.Json.Serialization;

namespace Matinee.Local.Hosting;

/// <summary>
/// How the site is served: the part of staticwebapp.config.json that this host obeys too, so that pages meet the same headers here as in
/// Azure, a content security policy that forbids too much included.
/// </summary>
sealed record SiteConfig(IReadOnlyDictionary<string, string> GlobalHeaders, IReadOnlyList<SiteRoute> Routes)
{
    public const string FileName = "staticwebapp.config.json";

    const string AnyBelow = "/*";

    /// <exception cref="LocalException">The folder has no such file, or it can't be read.</exception>
    public static SiteConfig Read(string folder)
    {
        var path = Path.Combine(folder, FileName);
        try
        {
            using var file = File.OpenRead(path);
            return JsonSerializer.Deserialize(file, SiteConfigJson.Default.SiteConfig) ?? throw new JsonException("It is null.");
        }
        catch (Exception error) when (error is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new LocalException($"{path} can't be read: {error.Message} Build the site again (npm run build in web).", error);
        }
    }

    /// <summary>The headers of a path: those of all, and over them those of its route.</summary>
    public IEnumerable<KeyValuePair<string, string>> HeadersOf(string path)
    {
        var route = Routes.FirstOrDefault(one => one.Route.EndsWith(AnyBelow, StringComparison.Ordinal)
            ? path.StartsWith(one.Route[..^1], StringComparison.Ordinal)
            : path == one.Route);
        return route?.Headers is { } own ? GlobalHeaders.Where(header => !own.ContainsKey(header.Key)).Concat(own) : GlobalHeaders;
    }
}

/// <summary>What is different below a path.</summary>
sealed record SiteRoute(string Route, IReadOnlyDictionary<string, string>? Headers);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SiteConfig))]
sealed partial class SiteConfigJson : JsonSerializerContext;
