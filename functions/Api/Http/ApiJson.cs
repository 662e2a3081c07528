using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Matinee.Api.Accounts;
using Matinee.Api.Catalog;
using Matinee.Api.Insights;
using Matinee.Api.Onboarding;
using Matinee.Api.Operations;
using Matinee.Api.Profile;
using Matinee.Api.Ratings;
using Matinee.Api.Recommendations;
using Matinee.Api.Search;

namespace Matinee.Api.Http;

/// <summary>How everything is read and written. Each feature has a source-generated context of its own; this is the list of them.</summary>
public static class ApiJson
{
    const int MaxDepth = 16;

    /// <summary>The one set of options.</summary>
    public static JsonSerializerOptions Options { get; } = Create(new());

    /// <summary>The JSON of an answer, as it is sent.</summary>
    public static ReadOnlyMemory<byte> Write<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T)));

    /// <summary>Gives options all that ours have.</summary>
    public static JsonSerializerOptions Create(JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.DictionaryKeyPolicy = JsonNamingPolicy.CamelCase;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.AllowDuplicateProperties = false;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.MaxDepth = MaxDepth;
        // What is written is JSON with its own content type and nosniff, never part of a page.
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.TypeInfoResolver = JsonTypeInfoResolver.Combine(
        [
            ProblemJson.Default,
            RecommendationsJson.Default,
            OnboardingJson.Default,
            CatalogJson.Default,
            AccountsJson.Default,
            MyProfileJson.Default,
            MyRatingsJson.Default,
            OperationsJson.Default,
            PublicInsightsJson.Default,
            SearchJson.Default,
        ]);
        return options;
    }
}
