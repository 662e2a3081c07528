using System.Text.Json;

namespace Matinee.Local.CosmosGateway.Sql.Values;

/// <summary>A value: a piece of a document, left where it is, or one that was computed. The default is undefined.</summary>
readonly struct SqlValue
{
    readonly JsonElement _element;
    readonly object? _made;
    readonly double _number;
    readonly bool _inDocument;

    SqlValue(SqlKind kind, double number = 0, object? made = null) => (Kind, _number, _made) = (kind, number, made);

    SqlValue(SqlKind kind, JsonElement element) => (Kind, _element, _inDocument) = (kind, element, true);

    public static SqlValue Undefined => default;

    public static SqlValue Null => new(SqlKind.Null);

    public static SqlValue True => new(SqlKind.Boolean, 1);

    public static SqlValue False => new(SqlKind.Boolean);

    public SqlKind Kind { get; }

    public bool IsDefined => Kind != SqlKind.Undefined;

    public bool IsTrue => Kind == SqlKind.Boolean && _number != 0;

    public bool IsFalse => Kind == SqlKind.Boolean && _number == 0;

    /// <summary>The number; meaningless for other kinds.</summary>
    public double Number => _inDocument ? _element.GetDouble() : _number;

    /// <summary>The string; meaningless for other kinds.</summary>
    public string Text => _inDocument ? DocumentText.Of(_element) : (string)_made!;

    public static SqlValue Of(bool value) => value ? True : False;

    /// <summary>A computed number; undefined where arithmetic has no result that JSON could hold.</summary>
    public static SqlValue Of(double value) => double.IsFinite(value) ? new(SqlKind.Number, value) : Undefined;

    public static SqlValue Of(string value) => new(SqlKind.String, 0, value);

    /// <summary>An array of the values that are defined.</summary>
    public static SqlValue Of(List<SqlValue> items) => new(SqlKind.Array, 0, items);

    /// <summary>An object of the properties that are defined; the names must be different.</summary>
    public static SqlValue Of(List<SqlProperty> properties) => new(SqlKind.Object, 0, properties);

    public static SqlValue Of(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Null => Null,
        JsonValueKind.True => True,
        JsonValueKind.False => False,
        JsonValueKind.Number => new(SqlKind.Number, element),
        JsonValueKind.String => new(SqlKind.String, element),
        JsonValueKind.Array => new(SqlKind.Array, element),
        JsonValueKind.Object => new(SqlKind.Object, element),
        _ => Undefined,
    };

    /// <summary>The piece of a document that this value is, if it is one that still looks as it was written.</summary>
    public bool TryGetElement(out JsonElement element)
    {
        element = _element;
        return _inDocument;
    }

    /// <summary>Is this the string? Without making one of a document's bytes.</summary>
    public bool IsText(string text) => Kind == SqlKind.String && (_inDocument ? DocumentText.Is(_element, text) : (string)_made! == text);

    /// <summary>The same value with its number or string read out of the document, for whoever compares it often.</summary>
    public SqlValue Settled() => Kind switch
    {
        SqlKind.Number when _inDocument => new(SqlKind.Number, Number),
        SqlKind.String when _inDocument => Of(Text),
        _ => this,
    };

    /// <summary>A property; undefined where there is none, or no object.</summary>
    public SqlValue Property(PropertyName name)
    {
        if (Kind != SqlKind.Object) return Undefined;
        if (_inDocument) return DocumentText.TryGetProperty(_element, name, out var found) ? Of(found) : Undefined;
        foreach (var property in (List<SqlProperty>)_made!)
        {
            if (property.Name == name.Text) return property.Value;
        }

        return Undefined;
    }

    /// <summary>An array's item; undefined where there is none, or no array.</summary>
    public SqlValue Item(double index)
    {
        if (Kind != SqlKind.Array || index < 0 || index != Math.Floor(index) || index >= Count) return Undefined;
        return _inDocument ? Of(_element[(int)index]) : ((List<SqlValue>)_made!)[(int)index];
    }

    /// <summary>How many items an array has.</summary>
    public int Count => _inDocument ? _element.GetArrayLength() : ((List<SqlValue>)_made!).Count;

    /// <summary>An array's items; nothing for other kinds.</summary>
    public IEnumerable<SqlValue> Items() =>
        Kind != SqlKind.Array ? []
        : _inDocument ? _element.EnumerateArray().Select(Of)
        : (List<SqlValue>)_made!;

    /// <summary>An object's properties, the last of those with one name; nothing for other kinds.</summary>
    public IReadOnlyCollection<SqlProperty> Properties() =>
        Kind != SqlKind.Object ? []
        : _inDocument ? DocumentText.Properties(_element)
        : (List<SqlProperty>)_made!;
}
