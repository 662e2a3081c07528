using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Matinee.Api.Http;
using Matinee.Core.Problems;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Matinee.Local.OpenApi;

/// <summary>Completes an operation by what its function's attributes, comments and examples say.</summary>
sealed class OperationDescriber : IOpenApiOperationTransformer
{
    public const string Bearer = "bearer";
    public const string OwnHeader = "matineeHeader";
    public const string Cookie = "cookie";
    public const string FunctionKey = "functionKey";

    const string Json = "application/json";
    const string ProblemJson = "application/problem+json";

    public async Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var function = context.Description.ActionDescriptor.EndpointMetadata.OfType<HttpFunction>().Single();
        operation.OperationId = JsonNamingPolicy.CamelCase.ConvertName(function.Name);
        operation.Tags = new HashSet<OpenApiTagReference> { new(TagOf(function), context.Document) };
        (operation.Summary, operation.Description) = Comments.Of(function.Method);
        AddParameters(operation, function);
        AddSecurity(operation, function.Access, context);
        await AddFailuresAsync(operation, function, context, cancellationToken);
        AddExamples(operation, function);
    }

    // The folder of the feature: Matinee.Api.Catalog.
    static string TagOf(HttpFunction function) => function.Method.DeclaringType!.Namespace!.Split('.')[^1];

    static void AddParameters(OpenApiOperation operation, HttpFunction function)
    {
        if (function.Method.GetCustomAttribute<QueryAttribute>() is not { } query) return;
        var defaults = Activator.CreateInstance(query.Type)!;
        operation.Parameters ??= [];
        foreach (var parameter in QueryParameter.Of(query.Type))
        {
            var schema = SchemaOf(parameter);
            if (!parameter.IsList && parameter.DefaultOf(defaults) is { } value) schema.Default = ValueOf(value);
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = parameter.Name,
                In = ParameterLocation.Query,
                Description = parameter.Attribute.Description,
                Example = parameter.Attribute.Example,
                Style = ParameterStyle.Form,
                Explode = !parameter.IsList,
                Schema = parameter.IsList ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = schema, MaxItems = parameter.Attribute.MaxItems } : schema,
            });
        }
    }

    static OpenApiSchema SchemaOf(QueryParameter parameter)
    {
        var (type, limits) = (parameter.ValueType, parameter.Attribute);
        if (type.IsEnum) return new() { Type = JsonSchemaType.String, Enum = [.. QueryParameter.NamesOf(type).Select(static name => (JsonNode)name)] };
        if (type == typeof(bool)) return new() { Type = JsonSchemaType.Boolean };
        if (type == typeof(string))
        {
            return new()
            {
                Type = JsonSchemaType.String,
                MinLength = double.IsFinite(limits.Min) ? (int)limits.Min : null,
                MaxLength = double.IsFinite(limits.Max) ? (int)limits.Max : null,
            };
        }

        return new()
        {
            Type = type == typeof(double) ? JsonSchemaType.Number : JsonSchemaType.Integer,
            Minimum = double.IsFinite(limits.Min) ? limits.Min.ToString(CultureInfo.InvariantCulture) : type == typeof(ulong) ? "0" : null,
            Maximum = double.IsFinite(limits.Max) ? limits.Max.ToString(CultureInfo.InvariantCulture) : null,
        };
    }

    static JsonNode? ValueOf(object value) => value switch
    {
        Enum name => JsonNamingPolicy.CamelCase.ConvertName(name.ToString()),
        _ => JsonSerializer.SerializeToNode(value),
    };

    static void AddSecurity(OpenApiOperation operation, Access access, OpenApiOperationTransformerContext context)
    {
        OpenApiSecurityRequirement Scheme(string name) => new() { [new OpenApiSecuritySchemeReference(name, context.Document)] = [] };
        operation.Security = access switch
        {
            Access.Viewer => [Scheme(Bearer), Scheme(OwnHeader), Scheme(Cookie)],
            Access.Operator => [Scheme(FunctionKey)],
            // An empty requirement says that it goes without, too.
            _ => [new(), Scheme(Bearer), Scheme(OwnHeader), Scheme(Cookie)],
        };
    }

    static async Task AddFailuresAsync(OpenApiOperation operation, HttpFunction function, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        operation.Responses ??= [];
        var schema = await ProblemSchemaAsync(context, cancellation);
        foreach (var status in FailuresOf(function).GroupBy(ProblemCodes.StatusOf).OrderBy(static group => group.Key))
        {
            operation.Responses[status.Key.ToString(CultureInfo.InvariantCulture)] = FailureOf([.. status.Order()], schema, context.Document!);
        }
    }

    // Most operations fail in the same ways: each of them is written once.
    static OpenApiResponseReference FailureOf(IReadOnlyList<ProblemCode> codes, OpenApiSchemaReference schema, OpenApiDocument document)
    {
        var name = string.Join('.', codes.Select(ProblemCodes.NameOf));
        if (document.Components?.Responses?.ContainsKey(name) != true)
        {
            document.AddComponent(name, new OpenApiResponse
            {
                Description = string.Join("; ", codes.Select(static code => $"{ProblemCodes.TitleOf(code)} (`{ProblemCodes.NameOf(code)}`)")),
                Content = new Dictionary<string, OpenApiMediaType>
                {
                    [ProblemJson] = new() { Schema = schema, Examples = codes.ToDictionary(ProblemCodes.NameOf, code => ExampleOf(code, document)) },
                },
            });
        }

        return new(name, document);
    }

    static async Task<OpenApiSchemaReference> ProblemSchemaAsync(OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        if (context.Document!.Components?.Schemas?.ContainsKey(nameof(Problem)) != true)
            context.Document.AddComponent(nameof(Problem), await context.GetOrCreateSchemaAsync(typeof(Problem), cancellationToken: cancellation));
        return new(nameof(Problem), context.Document);
    }

    /// <summary>What a function may fail with: what it says, and what its access, body and parameters bring along.</summary>
    public static IReadOnlySet<ProblemCode> FailuresOf(HttpFunction function)
    {
        var codes = new HashSet<ProblemCode>(function.Method.GetCustomAttribute<FailsAttribute>()?.Codes ?? [])
        {
            ProblemCode.UnknownParameter, ProblemCode.RateLimited, ProblemCode.StoreUnavailable, ProblemCode.InternalError,
        };
        if (function.Access != Access.Anyone) codes.Add(ProblemCode.Unauthenticated);
        if (function.Access == Access.Viewer && !function.Trigger.Methods.Contains("get")) codes.Add(ProblemCode.ForeignOrigin);
        if (function.Method.GetCustomAttribute<BodyAttribute>() is not null)
            codes.UnionWith([ProblemCode.InvalidJson, ProblemCode.BodyTooLarge, ProblemCode.UnsupportedMediaType]);
        if (function.Method.GetCustomAttribute<QueryAttribute>() is { } query)
        {
            codes.Add(ProblemCode.InvalidValue);
            if (QueryParameter.Of(query.Type).Any(static parameter => parameter.Name == "cursor")) codes.Add(ProblemCode.InvalidCursor);
        }

        return codes;
    }

    static IOpenApiExample ExampleOf(ProblemCode code, OpenApiDocument document)
    {
        var name = ProblemCodes.NameOf(code);
        if (document.Components?.Examples?.ContainsKey(name) != true)
        {
            var problem = Failures.DocumentOf(new(code, "What is wrong with which value, and what to do about it."), "4bf92f3577b34da6a3ce929d0e0e4736");
            document.AddComponent(name, new OpenApiExample { Value = JsonSerializer.SerializeToNode(problem, ApiJson.Options) });
        }

        return new OpenApiExampleReference(name, document);
    }

    static void AddExamples(OpenApiOperation operation, HttpFunction function)
    {
        var examples = Examples.Of(function.Name);
        if (operation.RequestBody?.Content is { } bodies && bodies.TryGetValue(Json, out var body))
            body.Example = examples.Request ?? throw Missing("request");
        foreach (var (status, response) in operation.Responses!)
        {
            if (status[0] == '2' && response.Content is { } contents && contents.TryGetValue(Json, out var content))
                content.Example = examples.Response ?? throw Missing("response");
        }

        InvalidOperationException Missing(string part) =>
            new($"{function.Name} has no example of its {part}: add it to functions/Api/Examples/{function.Name}.json.");
    }
}
