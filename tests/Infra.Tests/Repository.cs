using Matinee.Infra.Tests.Reading;

namespace Matinee.Infra.Tests;

/// <summary>The files that a deployment is made of, as they are or with something spoilt.</summary>
sealed class Repository
{
    static readonly string[] s_folders = ["infra", "functions/Api", "functions/Azure", "functions/Core", "functions/Engine", "functions/Local/Hosting", "functions/MlNet", ".github", ".devcontainer"];
    static readonly string[] s_files = ["azure.yaml", "local.settings.sample.json", "README.md", "tests/run", "web/package.json", "global.json", "LICENSE"];
    static readonly string[] s_leftOut = ["/bin/", "/obj/", "local.settings.json"];
    static readonly Lazy<Repository> s_asItIs = new(static () => new(Load()));

    readonly Dictionary<string, string> _files;
    readonly Lazy<IReadOnlyDictionary<string, BicepFile>> _bicep;

    Repository(Dictionary<string, string> files)
    {
        _files = files;
        _bicep = new(() => files.Where(static file => file.Key.EndsWith(".bicep", StringComparison.Ordinal))
            .ToDictionary(static file => file.Key, static file => Parse(file.Key, file.Value)));
    }

    public static Repository AsItIs => s_asItIs.Value;

    /// <summary>The folder that it is in.</summary>
    public static string Folder { get; } = FindFolder();

    /// <summary>All files by their paths, with slashes.</summary>
    public IReadOnlyDictionary<string, string> Files => _files;

    /// <summary>The Bicep files by their paths.</summary>
    /// <exception cref="BicepException">One can't be read.</exception>
    public IReadOnlyDictionary<string, BicepFile> Bicep => _bicep.Value;

    public BicepFile Main => Bicep["infra/main.bicep"];

    public IEnumerable<KeyValuePair<string, string>> Below(string folder, string ending) =>
        _files.Where(file => file.Key.StartsWith(folder, StringComparison.Ordinal) && file.Key.EndsWith(ending, StringComparison.Ordinal)).OrderBy(static file => file.Key, StringComparer.Ordinal);

    /// <summary>A copy in which a file says something else, in the first place where it can.</summary>
    public Repository With(string path, string old, string replacement)
    {
        var text = _files[path];
        var at = text.IndexOf(old, StringComparison.Ordinal);
        Assert.True(at >= 0, $"{path} has no '{old}' to be spoilt");
        return WithFile(path, text[..at] + replacement + text[(at + old.Length)..]);
    }

    /// <summary>A copy in which a file is another one.</summary>
    public Repository WithFile(string path, string text) => new(new(_files) { [path] = text });

    /// <summary>A copy without a file.</summary>
    public Repository Without(string path)
    {
        var files = new Dictionary<string, string>(_files);
        Assert.True(files.Remove(path), $"{path} is not there");
        return new(files);
    }

    static BicepFile Parse(string path, string text)
    {
        try
        {
            return new(path, BicepParser.Read(text));
        }
        catch (BicepException error)
        {
            throw new BicepException($"{path}: {error.Message}");
        }
    }

    static Dictionary<string, string> Load()
    {
        var paths = s_folders.Select(static folder => Path.Combine(Folder, folder)).Where(Directory.Exists)
            .SelectMany(static folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            .Concat(s_files.Select(static file => Path.Combine(Folder, file)).Where(File.Exists));
        return paths.Select(static path => (Path: path, Name: Path.GetRelativePath(Folder, path).Replace('\\', '/')))
            .Where(static file => !s_leftOut.Any(one => ("/" + file.Name).Contains(one, StringComparison.Ordinal)))
            .ToDictionary(static file => file.Name, static file => File.ReadAllText(file.Path).ReplaceLineEndings("\n"));
    }

    static string FindFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Matinee.slnx"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException($"No Matinee.slnx above {AppContext.BaseDirectory}: run the tests within a checkout.");
    }
}
