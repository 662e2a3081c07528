using System.Reflection;
using Matinee.Core.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Matinee.Api.Http;

/// <summary>
/// What every request passes before its function, and every failure after it: the worker's middleware and the local host both call
/// this and nothing else. The key of operators is the host's to check.
/// </summary>
public sealed class FunctionGate(Callers callers, RequestLimits limits, Admission admission, ILogger<FunctionGate> log)
{
    /// <summary>Answers a request: lets it in or says why not, calls its function, and turns what it throws into an answer.</summary>
    /// <param name="context">The request.</param>
    /// <param name="function">Its function.</param>
    /// <param name="answer">Calls the function and writes what it returns: answers may be made, and fail, as late as that.</param>
    public async Task RunAsync(HttpContext context, MethodInfo function, Func<Task> answer)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(function);
        ArgumentNullException.ThrowIfNull(answer);
        IDisposable? place;
        try
        {
            place = await admission.EnterAsync(function, context.RequestAborted).ConfigureAwait(false);
        }
        catch (ProblemException tooMany)
        {
            SecurityHeaders.Set(context.Response);
            await Fail(tooMany).ExecuteAsync(context).ConfigureAwait(false);
            return;
        }
        catch (OperationCanceledException)
        {
            // Nobody waits for the answer any more.
            return;
        }

        using (place) await AnswerAsync(context, function, answer).ConfigureAwait(false);
    }

    async Task AnswerAsync(HttpContext context, MethodInfo function, Func<Task> answer)
    {
        if (await EnterAsync(context, function).ConfigureAwait(false) is { } refused)
        {
            await refused.ExecuteAsync(context).ConfigureAwait(false);
            return;
        }

        try
        {
            await answer().ConfigureAwait(false);
        }
        catch (Exception error) when (!IsAborted(context, error))
        {
            await Fail(error).ExecuteAsync(context).ConfigureAwait(false);
        }
        catch (Exception error) when (error is OperationCanceledException or IOException)
        {
            // Nobody is there any more to be answered.
        }
    }

    /// <summary>The answer to a failure.</summary>
    public IResult Fail(Exception error) => Failures.ResultOf(error, log);

    /// <summary>Who may call a function.</summary>
    /// <exception cref="InvalidOperationException">It does not say: nothing is open by accident.</exception>
    public static Access AccessOf(MethodInfo function)
    {
        ArgumentNullException.ThrowIfNull(function);
        return function.GetCustomAttribute<AccessAttribute>()?.Access
            ?? throw new InvalidOperationException($"{function.DeclaringType}.{function.Name} does not say who may call it; give it [Access].");
    }

    async ValueTask<IResult?> EnterAsync(HttpContext context, MethodInfo function)
    {
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

    static bool IsAborted(HttpContext context, Exception error) =>
        error is OperationCanceledException or IOException && context.RequestAborted.IsCancellationRequested;
}
