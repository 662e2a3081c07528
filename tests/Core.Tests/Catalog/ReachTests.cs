using System.Reflection;
using Matinee.Core.Catalog;
using Matinee.Engine.Models;

namespace Matinee.Core.Tests.Catalog;

/// <summary>Films name addresses of posters, which whoever imports them may choose: nothing that serves may follow them.</summary>
public sealed class ReachTests
{
    public static TheoryData<Assembly> Serving => [typeof(Catalogue).Assembly, typeof(IModel).Assembly];

    [Theory, MemberData(nameof(Serving))]
    public void Assembly_ThatServes_HasNoWayToAskAnAddress(Assembly assembly) =>
        Assert.DoesNotContain(assembly.GetReferencedAssemblies(), static one => one.Name!.StartsWith("System.Net.", StringComparison.Ordinal));

    [Fact]
    public void Assembly_ThatAsks_IsSeenToDoSo() =>
        Assert.Contains(typeof(HttpClient).Assembly.GetReferencedAssemblies(), static one => one.Name!.StartsWith("System.Net.", StringComparison.Ordinal));
}
