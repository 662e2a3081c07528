using Matinee.Api.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Matinee.Local.OpenApi;

/// <summary>The OpenAPI document, made of the functions themselves.</summary>
static class OpenApiServices
{
    public const string DocumentName = "v1";

    public static void AddOpenApiDocument(this IServiceCollection services) =>
        services.AddOpenApi(DocumentName, options =>
        {
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            options.AddDocumentTransformer((document, _, _) =>
            {
                Describe(document);
                return Task.CompletedTask;
            });
            options.AddOperationTransformer<OperationDescriber>();
        });

    /// <summary>The document as text, the same for the same functions.</summary>
    public static async Task<string> WriteAsync(IServiceProvider services, CancellationToken cancellation = default)
    {
        var provider = services.GetRequiredKeyedService<IOpenApiDocumentProvider>(DocumentName);
        var document = await provider.GetOpenApiDocumentAsync(cancellation);
        return await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, cancellation) + "\n";
    }

    static void Describe(OpenApiDocument document)
    {
        document.Info = new()
        {
            Title = "Matinee",
            Version = DocumentName,
            Description = "Films, search, ratings and recommendations that explain themselves. Failures are problem details (RFC 9457) with a stable `code`.",
            License = new() { Name = "MIT", Identifier = "MIT" },
        };
        document.Servers = [new() { Url = "/", Description = "Wherever this document comes from." }];
        document.Paths = InOrder(document.Paths);
        document.Components ??= new();
        foreach (var schema in document.Components.Schemas?.Values ?? []) AskForNoNulls(schema);
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [OperationDescriber.Bearer] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "The token of a session." },
            [OperationDescriber.OwnHeader] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey,
                In = ParameterLocation.Header,
                Name = Callers.HeaderName,
                Description = "`Bearer` and the same token, for clients whose Authorization header something on the way replaces (Azure Static Web Apps does). "
                    + "Where it is sent it alone counts, and one that can't be a token makes the caller nobody.",
            },
            [OperationDescriber.Cookie] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Cookie, Name = Callers.CookieName, Description = "The same token for web pages of the same origin.",
            },
            [OperationDescriber.FunctionKey] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Header, Name = "x-functions-key", Description = "The operator's key.",
            },
        };
    }

    // What is null is left out of answers, and may be left out of bodies. Not before the document is whole: that a reference may be null is written last.
    static void AskForNoNulls(IOpenApiSchema schema)
    {
        foreach (var (name, property) in schema.Properties ?? new Dictionary<string, IOpenApiSchema>())
        {
            if (IsNullable(property)) schema.Required?.Remove(name);
        }
    }

    static bool IsNullable(IOpenApiSchema schema) =>
        schema.Type?.HasFlag(JsonSchemaType.Null) == true || schema.OneOf?.Any(static one => one.Type == JsonSchemaType.Null) == true;

    // By address, so that a new function changes the document in one place.
    static OpenApiPaths InOrder(OpenApiPaths paths)
    {
        var ordered = new OpenApiPaths();
        foreach (var (path, item) in paths.OrderBy(static one => one.Key, StringComparer.Ordinal)) ordered.Add(path, item);
        return ordered;
    }
}
