using Matinee.Api.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Azure.Functions.Worker;

namespace Matinee.Api.Operations;

/// <summary>What this interface is.</summary>
public static class OpenApiFunctions
{
    /// <summary>This document.</summary>
    [Function("GetOpenApi"), Access(Access.Anyone)]
    public static FileStreamHttpResult Get([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/openapi.json")] HttpRequest request)
    {
        request.Query<NoQuery>();
        var document = typeof(OpenApiFunctions).Assembly.GetManifestResourceStream("openapi.json")
            ?? throw new InvalidOperationException("The OpenAPI document is not in the program.");
        return TypedResults.Stream(document, "application/json");
    }
}
