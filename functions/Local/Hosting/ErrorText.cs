namespace Matinee.Local.Hosting;

/// <summary>What went wrong, for somebody who does not read code.</summary>
static class ErrorText
{
    const string Parameter = " (Parameter '";

    /// <summary>The message without the names of our parameters, and without the diagnostics that SDKs append.</summary>
    public static string Of(Exception error)
    {
        if (error is AggregateException { InnerException: { } first }) return Of(first);
        var text = error.Message;
        if (error is ArgumentException && text.IndexOf(Parameter, StringComparison.Ordinal) is > 0 and var end) return text[..end];
        // SDKs follow their sentence with headers and traces; what we throw has all of its lines for the reader.
        var isForeign = error.GetType().Namespace?.StartsWith(nameof(Matinee), StringComparison.Ordinal) != true;
        return isForeign ? text.AsSpan().Trim().ToString().Split(['\r', '\n'])[0] : text;
    }
}
