using System.Reflection;
using System.Text;
using System.Xml.Linq;

namespace Matinee.Local.OpenApi;

/// <summary>The XML comments of the functions, which lie beside the program: what operations are described by.</summary>
static class Comments
{
    static readonly Lazy<Dictionary<string, XElement>> s_members = new(Read);

    /// <summary>Summary and remarks of a method.</summary>
    public static (string Summary, string? Remarks) Of(MethodInfo method)
    {
        var name = new StringBuilder("M:").Append(method.DeclaringType!.FullName).Append('.').Append(method.Name);
        name.Append('(').AppendJoin(',', method.GetParameters().Select(static parameter => parameter.ParameterType.FullName)).Append(')');
        if (!s_members.Value.TryGetValue(name.ToString(), out var member) || Text(member, "summary") is not { } summary)
            throw new InvalidOperationException($"{method.DeclaringType}.{method.Name} has no summary; callers read it.");
        return (summary, Text(member, "remarks"));
    }

    static string? Text(XElement member, string part) =>
        member.Element(part) is { } element ? string.Join(' ', element.Value.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries)) : null;

    static Dictionary<string, XElement> Read()
    {
        var path = Path.Combine(AppContext.BaseDirectory, typeof(Comments).Assembly.GetName().Name + ".xml");
        return XDocument.Load(path).Descendants("member").ToDictionary(static member => member.Attribute("name")!.Value);
    }
}
