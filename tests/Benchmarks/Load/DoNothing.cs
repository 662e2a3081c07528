using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Matinee.Benchmarks.Load;

/// <summary>An endpoint of the same host that does nothing: what the server, the connection and the client cost by themselves.</summary>
sealed class DoNothing : IStartupFilter
{
    public const string Path = "/nothing";

    static readonly byte[] s_answer = Encoding.ASCII.GetBytes("{}");

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((context, following) => context.Request.Path == Path ? AnswerAsync(context.Response) : following(context));
        next(app);
    };

    static Task AnswerAsync(HttpResponse response)
    {
        response.ContentType = "application/json";
        response.ContentLength = s_answer.Length;
        return response.Body.WriteAsync(s_answer).AsTask();
    }
}
