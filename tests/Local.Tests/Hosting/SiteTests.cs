using System.Net;
using System.Text.Json;
using Matinee.Local.Hosting;
using Microsoft.Extensions.Logging;

namespace Matinee.Local.Tests.Hosting;

/// <summary>The site as this host serves it, against its configuration as Azure reads it.</summary>
public sealed class SiteTests : IAsyncLifetime
{
    static readonly string s_config = File.ReadAllText(Path.Combine(Repository(), "web", "public", SiteConfig.FileName));

    readonly TemporaryFolder _data = new(inMemory: true), _web = new(inMemory: true);
    readonly HttpClient _client = new();
    readonly LogWatch _watch = new();
    LocalHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        _web.Write(SiteConfig.FileName, s_config);
        _web.Write("index.html", "<!doctype html>the page");
        _web.Write("theme.js", "theme");
        _web.Write("site.webmanifest", "{}");
        _web.Write("assets/app-1a2b3c.js", "app");
        _host = await LocalHost.StartAsync(new() { Port = 0, Backend = new() { Data = _data.Path }, Web = _web.Path, NoTrain = true }, log => log.AddProvider(_watch), cancellation: TestContext.Current.CancellationToken);
        _client.BaseAddress = _host.Address;
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _host.DisposeAsync();
        _data.Dispose();
        _web.Dispose();
        _watch.Verify();
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/film/7")]
    [InlineData("/theme.js")]
    [InlineData("/site.webmanifest")]
    [InlineData("/assets/app-1a2b3c.js")]
    public async Task Get_AnyFile_CarriesExactlyTheConfiguredHeaders(string path)
    {
        using var answer = await GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var own = new HashSet<string>(["Content-Type", "Content-Length", "Date", "ETag", "Last-Modified", "Accept-Ranges", "Vary"], StringComparer.OrdinalIgnoreCase);
        var sent = answer.Headers.Concat(answer.Content.Headers).Where(header => !own.Contains(header.Key)).ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
        Assert.Equal(Ordered(Configured(path)), Ordered(sent));
    }

    [Theory]
    [InlineData("/", "text/html")]
    [InlineData("/discover", "text/html")]
    [InlineData("/no/such/page", "text/html")]
    [InlineData("/theme.js", "text/javascript")]
    [InlineData("/site.webmanifest", "application/manifest+json")]
    public async Task Get_AddressOrFile_HasItsType(string path, string type)
    {
        using var answer = await GetAsync(path);
        Assert.Equal(type, answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(type == "text/html", (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Contains("the page", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/assets/gone-9z9z9z.js")]
    [InlineData("/missing.svg")]
    [InlineData("/api/v1/missing")]
    [InlineData("/../Matinee.slnx")]
    [InlineData("/%2e%2e/Matinee.slnx")]
    public async Task Get_WhatIsNotThere_IsNotThePage(string path)
    {
        using var answer = await GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    Task<HttpResponseMessage> GetAsync(string path) => _client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

    // Read by itself, not with the host's own reader.
    static Dictionary<string, string> Configured(string path)
    {
        using var config = JsonDocument.Parse(s_config);
        var headers = config.RootElement.GetProperty("globalHeaders").EnumerateObject().ToDictionary(one => one.Name, one => one.Value.GetString()!, StringComparer.OrdinalIgnoreCase);
        foreach (var route in config.RootElement.GetProperty("routes").EnumerateArray())
        {
            var pattern = route.GetProperty("route").GetString()!;
            if (!path.StartsWith(pattern.TrimEnd('*'), StringComparison.Ordinal)) continue;
            foreach (var header in route.GetProperty("headers").EnumerateObject()) headers[header.Name] = header.Value.GetString()!;
        }

        return headers;
    }

    static IEnumerable<string> Ordered(IReadOnlyDictionary<string, string> headers) =>
        headers.Select(static header => $"{header.Key.ToLowerInvariant()}: {header.Value.Replace(", ", ",", StringComparison.Ordinal)}").Order(StringComparer.Ordinal);

    static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Matinee.slnx"))) folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("The tests do not run within the repository.");
    }
}
