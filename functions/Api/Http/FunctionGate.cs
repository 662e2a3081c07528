using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Matinee.Api.Http;

/// <summary>
/// What every request passes before its function, and every failure after it: the worker's middleware and the local host both call
/// this and nothing else. The key of operators is the host's to check.
/// </summary>
public sealed class FunctionGate(Callers callers, RequestLimits limits, ILogger<FunctionGate> log)
{
    /// <summary>Lets a request in, or says why not.</summary>
    public async ValueTask<IResult?> EnterAsync(HttpContext context, MethodInfo function)
    {
        ArgumentNullException.ThrowIfNull(context);
        SecurityHeaders.Set(context.Response);
        context.Features.Set(new FunctionFeature(function));
        try
        {
            limits.Enter(context);
            if (AccessOf(function) == Access.Viewer) await callers.RequireAsync(context).ConfigureAwait(false);
            return null;
        }
        catch (Exception error) when (!IsAborted(context, error))
        {
            return Fail(error);
        }
    }

    /// <summary>The answer to a failure.</summary>
    public IResult Fail(Exception error) => Failures.ResultOf(error, log);

    /// <summary>The caller has gone: nobody is there to be answered.</summary>
    public static bool IsAborted(HttpContext context, Exception error)
    {
        ArgumentNullException.ThrowIfNull(context);
        return error is OperationCanceledException or IOException && context.RequestAborted.IsCancellationRequested;
    }

    /// <summary>Who may call a function.</summary>
    /// <exception cref="InvalidOperationException">It does not say: nothing is open by accident.</exception>
    public static Access AccessOf(MethodInfo function)
    {
        ArgumentNullException.ThrowIfNull(function);
        return function.GetCustomAttribute<AccessAttribute>()?.Access
            ?? throw new InvalidOperationException($"{function.DeclaringType}.{function.Name} does not say who may call it; give it [Access].");
    }
}
