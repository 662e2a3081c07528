using System.Diagnostics;
using System.Globalization;
using Matinee.Core.Problems;
using Matinee.Core.Stores;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Matinee.Api.Http;

/// <summary>Turns whatever went wrong into an answer: one place for all functions, in the worker and in the local host.</summary>
public static partial class Failures
{
    static readonly TimeSpan s_leastWait = TimeSpan.FromSeconds(1);

    /// <summary>The answer to a failure. Faults of the service are logged with all there is, and told without.</summary>
    public static IResult ResultOf(Exception error, ILogger log)
    {
        ArgumentNullException.ThrowIfNull(error);
        var problem = error switch
        {
            ProblemException known => known,
            InvalidCursorException => new ProblemException(ProblemCode.InvalidCursor, "The cursor is not one of this list. Leave it out to begin at the first page."),
            ConflictException => new ProblemException(ProblemCode.Conflict, error.Message),
            StoreUnavailableException store => new ProblemException(
                ProblemCode.StoreUnavailable, "The store is busy or can't be reached. Nothing is lost; try again later.") { RetryAfter = store.RetryAfter },
            BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => new ProblemException(ProblemCode.BodyTooLarge, "The body is too large."),
            // Cut off, too slow, or no HTTP inside: nothing that the operator could mend.
            BadHttpRequestException => new ProblemException(ProblemCode.InvalidJson, "The body did not arrive whole, or too slowly. Send it again."),
            _ => new ProblemException(ProblemCode.InternalError, "Something went wrong here. Tell the operator the trace id."),
        };
        if (problem.Code is ProblemCode.InternalError or ProblemCode.StoreUnavailable)
        {
            // The failure is answered, so that nothing else would mark its trace.
            Activity.Current?.SetStatus(ActivityStatusCode.Error, ProblemCodes.NameOf(problem.Code));
            LogFailure(log, ProblemCodes.NameOf(problem.Code), error);
        }

        return new Answer(problem);
    }

    /// <summary>The problem's document.</summary>
    public static Problem DocumentOf(ProblemException problem, string traceId)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var name = ProblemCodes.NameOf(problem.Code);
        return new(
            $"urn:matinee:problem:{name}", ProblemCodes.TitleOf(problem.Code), ProblemCodes.StatusOf(problem.Code), name, problem.Message, traceId,
            problem.Errors.Count == 0 ? null : problem.Errors);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A request failed: {Code}")]
    static partial void LogFailure(ILogger log, string code, Exception error);

    sealed class Answer(ProblemException problem) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            var response = httpContext.Response;
            if (response.HasStarted)
            {
                // Half an answer is out: only cutting the connection tells the client that it is not whole.
                httpContext.Abort();
                return Task.CompletedTask;
            }

            response.StatusCode = ProblemCodes.StatusOf(problem.Code);
            if (problem.RetryAfter is { } wait)
                response.Headers.RetryAfter = Math.Ceiling(Math.Max(wait.TotalSeconds, s_leastWait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
            if (response.StatusCode == StatusCodes.Status401Unauthorized) response.Headers.WWWAuthenticate = "Bearer";
            response.Headers.CacheControl = "no-store";
            response.Headers.Remove("ETag");
            var traceId = Activity.Current?.TraceId.ToString() ?? httpContext.TraceIdentifier;
            return response.WriteAsJsonAsync(
                DocumentOf(problem, traceId), ApiJson.Options.GetTypeInfo(typeof(Problem)), "application/problem+json", httpContext.RequestAborted);
        }
    }
}
