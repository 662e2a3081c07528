using Matinee.Api.Http;
using Matinee.Api.Worker;
using Matinee.Azure;
using Matinee.Azure.Settings;
using Matinee.Core;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;

var builder = FunctionsApplication.CreateBuilder(args);
var settings = MatineeSettings.Read(builder.Configuration);

// The worker's own middleware for HTTP comes first: only after it is there a request.
builder.ConfigureFunctionsWebApplication();
builder.UseWhen<HttpGate>(HttpGate.IsFor);

builder.Services
    .AddWorkerTelemetry(settings.Telemetry)
    .AddStores(settings)
    .AddMatinee()
    .AddMlNetCandidates()
    .AddApi(settings);

await builder.Build().RunAsync();
