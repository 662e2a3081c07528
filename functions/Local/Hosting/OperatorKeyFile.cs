using System.Buffers.Text;
using System.Security.Cryptography;

namespace Matinee.Local.Hosting;

/// <summary>The operator's key: given, or made at the first start and kept in the data folder.</summary>
static class OperatorKeyFile
{
    public const string Name = "operator-key";
    const int KeyBytes = 32;

    public static OperatorKey Open(ServeOptions options)
    {
        if (options.OperatorKey is { Length: > 0 } given) return new(given);
        var path = Path.Combine(options.Backend.Data, Name);
        if (!File.Exists(path))
        {
            Directory.CreateDirectory(options.Backend.Data);
            File.WriteAllText(path, Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(KeyBytes)));
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        return new(File.ReadAllText(path).Trim());
    }
}
