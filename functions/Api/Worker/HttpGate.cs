using System.Collections.Frozen;
using Matinee.Api.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Matinee.Api.Worker;

/// <summary>Sends every HTTP request of the worker through the one gate, as the local host does.</summary>
sealed class HttpGate(FunctionGate gate) : IFunctionsWorkerMiddleware
{
    // Made, and so checked, before the first request.
    static readonly FrozenDictionary<string, HttpFunction> s_functions =
        HttpFunction.All.ToFrozenDictionary(static function => function.Name);

    /// <summary>The feed and the timer must see their exceptions, or nothing would be tried again.</summary>
    public static bool IsFor(FunctionContext context) => s_functions.ContainsKey(context.FunctionDefinition.Name);

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        var http = context.GetHttpContext()
            ?? throw new InvalidOperationException($"{context.FunctionDefinition.Name} got no request: this must come after the worker's own middleware for HTTP.");
        ForwardedCaller.Apply(http);
        await gate.RunAsync(http, s_functions[context.FunctionDefinition.Name], async () =>
        {
            await next(context);
            // The worker itself would do so after this, where nobody makes an answer of what fails.
            if (context.GetInvocationResult().Value is IResult answer) await answer.ExecuteAsync(http);
        });
        context.GetInvocationResult().Value = Results.Empty;
    }
}
