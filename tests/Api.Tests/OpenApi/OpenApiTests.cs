using System.Text.Json;
using System.Text.Json.Nodes;
using Matinee.Api.Http;
using Matinee.Api.Tests.Hosting;
using Matinee.Local.OpenApi;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Matinee.Api.Tests.OpenApi;

public sealed class OpenApiTests
{
    // Answers leave out what is null.
    static readonly JsonSerializerOptions s_lenient = new(ApiJson.Options) { RespectRequiredConstructorParameters = false };

    [Fact]
    public async Task Document_Committed_IsWhatTheFunctionsGenerate()
    {
        await using var host = await MatineeHost.StartAsync();

        var generated = await OpenApiServices.WriteAsync(host.Services);

        var committed = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "openapi.json"));
        Assert.True(
            generated == committed,
            "functions/Api/openapi.json is not what the functions generate. Write it anew: dotnet run --project functions/Local -- openapi functions/Api/openapi.json");
    }

    [Fact]
    public async Task Examples_All_AreWhatTheFunctionsReadAndWrite()
    {
        await using var host = await MatineeHost.StartAsync();
        var wrong = new List<string>();
        foreach (var endpoint in host.Services.GetRequiredService<EndpointDataSource>().Endpoints)
        {
            var function = endpoint.Metadata.GetRequiredMetadata<HttpFunction>();
            var examples = Examples.Of(function.Name);
            var answers = endpoint.Metadata.GetOrderedMetadata<IProducesResponseTypeMetadata>();
            var answer = answers.FirstOrDefault(static one => one.StatusCode is >= 200 and < 300 && one.Type is not null && one.Type != typeof(void));
            Compare(function.Name, examples.Response, answer?.Type, isBody: false);
            Compare(function.Name, examples.Request, endpoint.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType, isBody: true);
        }

        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));

        // Read and written again, everything must still be there and nothing be added: but for what a body may leave to its default.
        void Compare(string name, JsonNode? example, Type? type, bool isBody)
        {
            if (example is null || type is null) return;
            try
            {
                var written = JsonSerializer.SerializeToNode(example.Deserialize(type, s_lenient), type, s_lenient)!;
                if (!IsWithin(example, written)) wrong.Add($"{name}: {example.ToJsonString()} loses something: {written.ToJsonString()}");
                if (!isBody && !IsWithin(written, example)) wrong.Add($"{name}: {example.ToJsonString()} lacks something of {written.ToJsonString()}");
            }
            catch (JsonException error)
            {
                wrong.Add($"{name}: {error.Message}");
            }
        }
    }

    static bool IsWithin(JsonNode? part, JsonNode? whole) => (part, whole) switch
    {
        (JsonObject some, JsonObject all) => some.All(one => all.ContainsKey(one.Key) && IsWithin(one.Value, all[one.Key])),
        (JsonArray some, JsonArray all) => some.Count == all.Count && some.Zip(all).All(static pair => IsWithin(pair.First, pair.Second)),
        (JsonValue one, JsonValue other) when one.TryGetValue<DateTimeOffset>(out var time) => other.TryGetValue<DateTimeOffset>(out var same) && time == same,
        _ => JsonNode.DeepEquals(part, whole),
    };

    [Fact]
    public async Task Document_Served_IsTheCommittedOne()
    {
        await using var host = await MatineeHost.StartAsync();
        using var client = host.NewClient();

        var served = await client.GetStringAsync("openapi.json");

        Assert.Equal(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "openapi.json")), served);
    }
}
