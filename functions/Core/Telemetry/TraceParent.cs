using System.Diagnostics;

namespace Matinee.Core.Telemetry;

/// <summary>Carries a trace over to work that is done later and elsewhere, as the header traceparent does between services (W3C).</summary>
public static class TraceParent
{
    /// <summary>Of what goes on now; null where nobody records it.</summary>
    public static string? Current => Activity.Current is { Recorded: true, IdFormat: ActivityIdFormat.W3C } now ? now.Id : null;

    /// <summary>The traces of some of these, each once; what is none is left out.</summary>
    public static IReadOnlyList<ActivityContext> Read(IEnumerable<string?> texts, int max)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var contexts = new List<ActivityContext>();
        foreach (var text in texts.Where(static text => text is not null).Distinct())
        {
            if (contexts.Count == max) break;
            if (ActivityContext.TryParse(text, null, isRemote: true, out var context)) contexts.Add(context);
        }

        return contexts;
    }
}
