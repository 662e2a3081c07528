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
    internal async Task RunAsync(HttpContext context, HttpFunction function, Func<Task> answer)
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

    async Task AnswerAsync(HttpContext context, HttpFunction function, Func<Task> answer)
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

    async ValueTask<IResult?> EnterAsync(HttpContext context, HttpFunction function)
    {
        SecurityHeaders.Set(context.Response);
        // Nobody keeps an answer unless its function says that they may.
        context.Response.Headers.CacheControl = "no-store";
        context.Features.Set(function);
        try
        {
            limits.Enter(context);
            RequireWholeAddress(context.Request);
            if (function.Access == Access.Viewer) await callers.RequireAsync(context).ConfigureAwait(false);
            return null;
        }
        catch (Exception error) when (!IsAborted(context, error))
        {
            return Fail(error);
        }
    }

    // Routing does not see a slash at the end: of a client that forgot an id, DELETE me/sessions/ would sign out everywhere.
    static void RequireWholeAddress(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || !request.Path.Value!.EndsWith('/')) return;
        throw new ProblemException(ProblemCode.NotFound, $"The address {request.Path} ends with a slash: something is missing behind it, or the slash is too much.");
    }

    static bool IsAborted(HttpContext context, Exception error) =>
        error is OperationCanceledException or IOException && context.RequestAborted.IsCancellationRequested;
}
