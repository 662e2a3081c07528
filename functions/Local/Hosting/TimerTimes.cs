using System.Globalization;
using System.Text;
using Matinee.Core.Blobs;

namespace Matinee.Local.Hosting;

/// <summary>When each timer was last called, kept in the data folder.</summary>
sealed class TimerTimes(ServeOptions options)
{
    const string Folder = "timers";
    const string Format = "O";

    /// <summary>When it was; null where it never was, or nobody can say.</summary>
    public DateTime? LastOf(string function)
    {
        var path = PathOf(function);
        return File.Exists(path) && DateTime.TryParseExact(File.ReadAllText(path), Format, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var last)
            ? last
            : null;
    }

    public void Save(string function, DateTime last)
    {
        DurableNames.Create(Path.GetDirectoryName(PathOf(function))!);
        DurableNames.Replace(PathOf(function), Encoding.ASCII.GetBytes(last.ToString(Format, CultureInfo.InvariantCulture)));
    }

    string PathOf(string function) => Path.GetFullPath(Path.Combine(options.Backend.Data, Folder, function));
}
