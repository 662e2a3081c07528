using Matinee.Infra.Tests.Reading;

namespace Matinee.Infra.Tests.Rules;

/// <summary>What Bicep's compiler would refuse: references to nothing, parameters that are missing or too many, files that nobody uses.</summary>
static class Structure
{
    const string MainFile = "infra/main.bicep";

    public static List<string> Problems(Repository repository)
    {
        try
        {
            return [.. repository.Bicep.Values.SelectMany(file => OfFile(repository, file)).Concat(Strays(repository))];
        }
        catch (BicepException error)
        {
            return [error.Message];
        }
    }

    static IEnumerable<string> OfFile(Repository repository, BicepFile file) =>
        [.. Twice(file), .. Modules(repository, file), .. References(repository, file), .. Unused(file), .. Files(repository, file), .. Descriptions(file)];

    static IEnumerable<string> Twice(BicepFile file) =>
        file.Declarations.Where(static one => one.Kind != "output").GroupBy(static one => one.Name).Concat(file.Outputs.GroupBy(static one => one.Name))
            .Where(static group => group.Count() > 1).Select(group => $"{file.Path}: '{group.Key}' is declared twice");

    static IEnumerable<string> Modules(Repository repository, BicepFile file)
    {
        foreach (var module in file.Modules)
        {
            if (!repository.Bicep.TryGetValue(file.PathOf(module), out var target))
            {
                yield return $"{file.Path}: the module {module.Name} is at {module.Type}, where there is none";
                continue;
            }

            var given = (module.Body["params"] as Properties)?.Pairs.Select(static pair => pair.Key).ToList() ?? [];
            foreach (var extra in given.Except(target.Parameters.Select(static one => one.Name)))
                yield return $"{file.Path}: {module.Name} is given '{extra}', which {target.Path} does not take";
            foreach (var missing in target.Parameters.Where(static one => one.Value is null && !one.Type.EndsWith('?')).Select(static one => one.Name).Except(given))
                yield return $"{file.Path}: {module.Name} is not given '{missing}', which {target.Path} needs";
            if (module.Body["name"] is null) yield return $"{file.Path}: the module {module.Name} has no name";
        }
    }

    static IEnumerable<string> References(Repository repository, BicepFile file)
    {
        foreach (var (inside, locals) in file.Declarations.Where(static one => one.Value is not null).SelectMany(static one => WithLocals(one.Value!, [])))
        {
            if (inside is Name name && file[name.Value] is null && !locals.Contains(name.Value))
                yield return $"{file.Path}: '{name.Value}' is declared nowhere";
            if (inside is Member { Of: Member { Value: "outputs", Of: Name { Value: var module } }, Value: var output }
                && file[module] is { Kind: "module" } declared
                && repository.Bicep.TryGetValue(file.PathOf(declared), out var target)
                && !target.Outputs.Any(one => one.Name == output))
                yield return $"{file.Path}: the module {module} has no output '{output}'";
        }
    }

    // A default of a decorator is no reference: only values are looked at.
    static IEnumerable<string> Unused(BicepFile file)
    {
        var used = file.Declarations.Where(static one => one.Value is not null).SelectMany(static one => one.Value!.All())
            .Select(static one => one is Name name ? name.Value : null).Concat(KeyNames(file)).ToHashSet();
        return file.Declarations.Where(one => one.Kind is "param" or "var" || one.IsExisting).Where(one => !used.Contains(one.Name))
            .Select(one => $"{file.Path}: {one.Kind} '{one.Name}' is used nowhere");
    }

    // '${identityId}': {} names a symbol in a key.
    static IEnumerable<string> KeyNames(BicepFile file) =>
        file.Declarations.SelectMany(static one => one.Value?.All() ?? []).OfType<Properties>().SelectMany(static one => one.Pairs)
            .Where(static pair => pair.Key.StartsWith("${", StringComparison.Ordinal)).Select(static pair => pair.Key[2..^1]);

    static IEnumerable<string> Files(Repository repository, BicepFile file) =>
        file.Declarations.SelectMany(static one => one.Value?.All() ?? []).OfType<Call>()
            .Where(static call => call.FunctionName is "loadJsonContent" or "loadTextContent")
            .Select(call => file.Path[..(file.Path.LastIndexOf('/') + 1)] + call.Arguments[0].Text())
            .Where(path => !repository.Files.ContainsKey(path))
            .Select(path => $"{file.Path}: {path} is not there");

    static IEnumerable<string> Descriptions(BicepFile file) =>
        file.Path == MainFile
            ? file.Parameters.Where(static one => one.Decorator("description") is null).Select(one => $"{file.Path}: the parameter {one.Name} has no description")
            : [];

    static IEnumerable<string> Strays(Repository repository)
    {
        var reached = new HashSet<string> { MainFile };
        var open = new Queue<string>(reached);
        while (open.TryDequeue(out var path))
        {
            if (!repository.Bicep.TryGetValue(path, out var file)) continue;
            foreach (var next in file.Modules.Select(file.PathOf).Where(reached.Add)) open.Enqueue(next);
        }

        return repository.Bicep.Keys.Where(path => !reached.Contains(path)).Select(static path => $"{path}: nothing deploys it");
    }

    static IEnumerable<(Expression Inside, IReadOnlyList<string> Locals)> WithLocals(Expression value, IReadOnlyList<string> locals)
    {
        var within = value is Loop loop ? [.. locals, loop.Variable] : locals;
        return value.Parts.SelectMany(part => WithLocals(part, within)).Prepend((value, locals));
    }
}
