using System.Globalization;
using System.Text;

namespace Matinee.Local.CosmosGateway.Storage;

/// <summary>Names of files that people can read and every file system can hold.</summary>
static class FileNames
{
    const int MaxReadable = 40;

    /// <summary>The readable part of a name, and the number that makes it unique.</summary>
    public static string For(string id, uint number, string extension = "")
    {
        var name = new StringBuilder();
        foreach (var letter in id.AsSpan(0, Math.Min(id.Length, MaxReadable)))
            name.Append(char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' ? letter : '_');
        return name.Append('.').Append(number.ToString(CultureInfo.InvariantCulture)).Append(extension).ToString();
    }
}
