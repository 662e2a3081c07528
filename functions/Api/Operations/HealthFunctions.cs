using Matinee.Api.Http;
using Matinee.Core.Operations;
using Matinee.Core.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Azure.Functions.Worker;

namespace Matinee.Api.Operations;

/// <summary>How the service is, for whatever watches over it.</summary>
public sealed class HealthFunctions(Readiness readiness)
{
    static readonly TimeSpan s_askAgain = TimeSpan.FromSeconds(10);

    /// <summary>Is the process there?</summary>
    /// <remarks>It looks at nothing else: a store that is away is no reason to start the process again.</remarks>
    [Function("GetLive"), Access(Access.Anyone), Always]
    public static Ok<LiveAnswer> Live([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/health/live")] HttpRequest request)
    {
        request.Query<NoQuery>();
        return TypedResults.Ok(new LiveAnswer("live"));
    }

    /// <summary>Can requests be answered?</summary>
    /// <remarks>
    /// The store, the blobs, the catalogue, the model in service with its version and age, and how far the ratings' change feed is behind. A part
    /// that is degraded is no reason to send nobody here.
    /// </remarks>
    [Function("GetReady"), Access(Access.Anyone), Always, Fails(ProblemCode.NotReady)]
    public async Task<Ok<ReadyAnswer>> Ready(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/health/ready")] HttpRequest request, CancellationToken cancellation)
    {
        request.Query<NoQuery>();
        var parts = await readiness.CheckAsync(cancellation);
        var down = parts.Where(static part => part.Value.Level == HealthLevel.Down)
            .ToDictionary(static part => part.Key, static part => new[] { part.Value.Detail ?? "It is down." });
        if (down.Count > 0)
        {
            var names = string.Join(", ", down.Keys.Order());
            throw new ProblemException(ProblemCode.NotReady, $"Not ready: {names}.") { Errors = down, RetryAfter = s_askAgain };
        }

        var level = parts.Values.Max(static part => part.Level);
        var answers = parts.ToDictionary(static part => part.Key, static part => new PartAnswer(part.Value.Level, part.Value.Detail));
        return TypedResults.Ok(new ReadyAnswer(level, answers));
    }
}
