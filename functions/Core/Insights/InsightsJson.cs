using System.Text.Json;
using System.Text.Json.Serialization;

namespace Matinee.Core.Insights;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(MeantDigits)])]
[JsonSerializable(typeof(ModelInsights))]
sealed partial class InsightsJson : JsonSerializerContext;

/// <summary>Writes as many digits as a measured number means anything with: a third of the bytes of all seventeen.</summary>
sealed class MeantDigits : JsonConverter<double>
{
    const string Format = "G6";

    public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDouble();

    public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options)
    {
        Span<byte> text = stackalloc byte[32];
        // Neither NaN nor an infinity is a number in JSON; the writer's own refusal names it.
        if (double.IsFinite(value) && value.TryFormat(text, out var written, Format, System.Globalization.CultureInfo.InvariantCulture))
            writer.WriteRawValue(text[..written], skipInputValidation: true);
        else writer.WriteNumberValue(value);
    }
}
