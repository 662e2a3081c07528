using System.Text.RegularExpressions;

namespace Matinee.Infra.Tests;

/// <summary>What SECURITY.md promises is shown by tests; this one, that it names only tests that there are.</summary>
public sealed partial class ThreatModelTests
{
    const string Document = ".github/SECURITY.md";

    static readonly Lazy<Dictionary<string, string>> s_sources = new(static () =>
        Directory.EnumerateFiles(Path.Combine(Repository.Folder, "tests"), "*", SearchOption.AllDirectories)
            .Where(static path => path.EndsWith(".cs", StringComparison.Ordinal) || path.EndsWith(".spec.ts", StringComparison.Ordinal))
            .Where(static path => !Elsewhere().IsMatch(path.Replace('\\', '/')))
            .ToDictionary(static path => path, File.ReadAllText));

    [Fact]
    public void Tests_NamedInTheThreatModel_AllExist() => Assert.Empty(Missing(Repository.AsItIs.Files[Document]));

    [Fact]
    public void Threats_EachLine_NamesATest() =>
        Assert.All(Rows(Repository.AsItIs.Files[Document]), static row => Assert.True(Name().IsMatch(row.Split('|')[^2]), row));

    [Theory]
    [InlineData("| x | y | `FuzzingTests.Operations_AskedNothing_AnswerAnyway` |")]
    [InlineData("| x | y | `NoSuchTests.Operations_AskedAnything_AnswerAsTheDocumentSays` |")]
    [InlineData("| x | y | `no-such.spec.ts` |")]
    public void Tests_ThatDoNotExist_AreFound(string row) => Assert.Single(Missing(row));

    static List<string> Missing(string text) =>
        [.. Rows(text).SelectMany(static row => Name().Matches(row.Split('|')[^2]).Select(static match => match.Groups[1].Value)).Distinct().Where(static name => !Exists(name))];

    static IEnumerable<string> Rows(string text) =>
        text.Split('\n').Where(static line => line.StartsWith("| ", StringComparison.Ordinal) && !line.EndsWith("| shown by |", StringComparison.Ordinal));

    static bool Exists(string name)
    {
        if (name.EndsWith(".spec.ts", StringComparison.Ordinal)) return s_sources.Value.Keys.Any(path => Path.GetFileName(path) == name);
        var (type, method) = (name.Split('.')[0], name.Split('.')[1]);
        var declares = new Regex($@"\bclass {type}\b");
        var tests = new Regex($@"\[(Fact|Theory)\b[^;{{]*?\bpublic (async Task|Task|void|unsafe void) {method}\(", RegexOptions.Singleline);
        return s_sources.Value.Values.Any(source => declares.IsMatch(source) && source.Contains($" {method}(", StringComparison.Ordinal) && tests.IsMatch(Strings().Replace(source, "\"\"")));
    }

    [GeneratedRegex(@"`(\w+\.\w+_\w+|[\w-]+\.spec\.ts)`")]
    private static partial Regex Name();

    [GeneratedRegex("/(bin|obj|node_modules)/")]
    private static partial Regex Elsewhere();

    // Data of theories may hold what looks like code.
    [GeneratedRegex("\"(\\\\.|[^\"\\\\\n])*\"")]
    private static partial Regex Strings();
}
