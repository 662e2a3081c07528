using System.Text;

namespace Matinee.Local.CosmosGateway.Sql.Values;

/// <summary>A property's name, ready to be looked up in UTF-8 text.</summary>
sealed class PropertyName(string text)
{
    readonly byte[] _utf8 = Encoding.UTF8.GetBytes(text);

    public string Text => text;

    public bool HasSurrogates { get; } = DocumentText.HasSurrogates(text);

    public ReadOnlySpan<byte> Utf8 => _utf8;
}
