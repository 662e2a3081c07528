using System.Text;

namespace Matinee.Local.Parquet;

/// <summary>A structure of Thrift's compact protocol, whatever is in it; asked by the numbers of its fields.</summary>
sealed class ThriftStruct
{
    readonly Dictionary<int, object> _fields = [];

    public long this[int field] => Find(field) ?? throw Missing(field);

    public void Set(int field, object value) => _fields[field] = value;

    public long? Find(int field) => _fields.GetValueOrDefault(field) is long number ? number : null;

    public int Int(int field) => this[field] is >= int.MinValue and <= int.MaxValue and var number ? (int)number : throw Missing(field);

    public bool Flag(int field, bool missing) => _fields.GetValueOrDefault(field) is bool flag ? flag : missing;

    public string Text(int field) => _fields.GetValueOrDefault(field) is byte[] bytes ? Encoding.UTF8.GetString(bytes) : throw Missing(field);

    public ThriftStruct Struct(int field) => _fields.GetValueOrDefault(field) as ThriftStruct ?? throw Missing(field);

    public IReadOnlyList<object> List(int field) => _fields.GetValueOrDefault(field) as IReadOnlyList<object> ?? throw Missing(field);

    public IEnumerable<ThriftStruct> Structs(int field) => _fields.ContainsKey(field) ? List(field).OfType<ThriftStruct>() : [];

    static FormatException Missing(int field) => new($"A header lacks field {field}, or has another kind of value there.");
}
