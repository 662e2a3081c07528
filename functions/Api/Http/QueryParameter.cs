using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Matinee.Core.Problems;

namespace Matinee.Api.Http;

/// <summary>One declared parameter: its name, its type, and how its text becomes a value.</summary>
/// <remarks>Numbers, texts, yes or no, the names of an enumeration in camelCase, and lists of these, given several times or with commas.</remarks>
public sealed class QueryParameter
{
    static readonly ConcurrentDictionary<Type, IReadOnlyList<QueryParameter>> s_ofType = new();

    readonly PropertyInfo _property;

    QueryParameter(PropertyInfo property, ParameterAttribute attribute)
    {
        (_property, Attribute) = (property, attribute);
        Name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
        IsList = property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(IReadOnlyList<>);
        ValueType = IsList ? property.PropertyType.GetGenericArguments()[0] : Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
    }

    /// <summary>The name in the address.</summary>
    public string Name { get; }

    /// <summary>May it have several values?</summary>
    public bool IsList { get; }

    /// <summary>The type of a value.</summary>
    public Type ValueType { get; }

    /// <summary>What was declared.</summary>
    public ParameterAttribute Attribute { get; }

    /// <summary>All parameters of a record.</summary>
    public static IReadOnlyList<QueryParameter> Of(Type type) => s_ofType.GetOrAdd(type, static one =>
        [.. one.GetProperties().Where(static property => property.CanWrite).Select(static property => new QueryParameter(
            property,
            property.GetCustomAttribute<ParameterAttribute>()
                ?? throw new InvalidOperationException($"{property.DeclaringType}.{property.Name} has no [Parameter]; say what it is for.")))]);

    /// <summary>The names of an enumeration's values in addresses.</summary>
    public static IReadOnlyList<string> NamesOf(Type enumeration) => [.. Enum.GetNames(enumeration).Select(JsonNamingPolicy.CamelCase.ConvertName)];

    /// <summary>The value where none is given.</summary>
    public object? DefaultOf(object record) => _property.GetValue(record);

    internal void Set(object record, IReadOnlyList<string> texts)
    {
        if (!IsList)
        {
            if (texts.Count > 1) throw Invalid($"it is given {texts.Count} times; give it once");
            _property.SetValue(record, Parse(texts[0]));
            return;
        }

        var values = texts.SelectMany(static text => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).ToList();
        if (values.Count > Attribute.MaxItems) throw Invalid($"{values.Count} values are too many; {Attribute.MaxItems} are allowed");
        var list = Array.CreateInstance(ValueType, values.Count);
        for (var i = 0; i < values.Count; i++) list.SetValue(Parse(values[i]), i);
        _property.SetValue(record, list);
    }

    object Parse(string text) => Type.GetTypeCode(ValueType) switch
    {
        _ when ValueType.IsEnum => ParseName(text),
        TypeCode.String => Within(text, text.Length, "characters"),
        TypeCode.Boolean => bool.TryParse(text, out var yes) ? yes : throw Invalid($"'{text}' is neither true nor false"),
        TypeCode.Int32 => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? Within(number, number) : throw Invalid($"'{text}' is not a whole number"),
        TypeCode.UInt64 => ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number : throw Invalid($"'{text}' is not a whole number from 0 to {ulong.MaxValue}"),
        TypeCode.Double => double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? Within(number, number) : throw Invalid($"'{text}' is not a number"),
        _ => throw new InvalidOperationException($"A query parameter can't be of type {ValueType}."),
    };

    object ParseName(string text)
    {
        var names = NamesOf(ValueType);
        for (var i = 0; i < names.Count; i++)
        {
            if (names[i] == text) return Enum.GetValues(ValueType).GetValue(i)!;
        }

        throw Invalid($"'{text}' is not one of {string.Join(", ", names)}");
    }

    T Within<T>(T value, double size, string unit = "") =>
        size >= Attribute.Min && size <= Attribute.Max ? value
        : throw Invalid(unit.Length > 0
            ? $"it has {size} {unit}; {Math.Max(0, Attribute.Min)} to {Attribute.Max} are allowed"
            : $"{size.ToString(CultureInfo.InvariantCulture)} is not from {Attribute.Min.ToString(CultureInfo.InvariantCulture)} to {Attribute.Max.ToString(CultureInfo.InvariantCulture)}");

    ProblemException Invalid(string problem) => ProblemException.InvalidValue(Name, problem);
}
