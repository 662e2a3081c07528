namespace Matinee.Infra.Tests.Reading;

/// <summary>A Bicep file.</summary>
sealed class BicepFile(string path, IReadOnlyList<Declaration> declarations)
{
    public string Path { get; } = path;

    public IReadOnlyList<Declaration> Declarations { get; } = declarations;

    public IEnumerable<Declaration> Parameters => Of("param");

    public IEnumerable<Declaration> Resources => Of("resource");

    public IEnumerable<Declaration> Modules => Of("module");

    public IEnumerable<Declaration> Outputs => Of("output");

    /// <summary>A declaration that others may refer to; null where there is none. Outputs have names of their own.</summary>
    public Declaration? this[string name] => Declarations.FirstOrDefault(one => one.Name == name && one.Kind is not "output");

    /// <summary>Where a module of this file is.</summary>
    public string PathOf(Declaration module)
    {
        var folder = Path[..(Path.LastIndexOf('/') + 1)];
        return folder + module.Type;
    }

    IEnumerable<Declaration> Of(string kind) => Declarations.Where(one => one.Kind == kind);
}
