using Matinee.Api.Tests.Hosting;
using Matinee.Local.OpenApi;

namespace Matinee.Api.Tests.OpenApi;

public sealed class OpenApiTests
{
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
    public async Task Document_Served_IsTheCommittedOne()
    {
        await using var host = await MatineeHost.StartAsync();
        using var client = host.NewClient();

        var served = await client.GetStringAsync("openapi.json");

        Assert.Equal(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "openapi.json")), served);
    }
}
