using System.Reflection;
using Matinee.Api.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;

namespace Matinee.Local.Hosting;

/// <summary>The HTTP functions as endpoints of ASP.NET Core.</summary>
sealed class FunctionRoutes : EndpointDataSource
{
    public FunctionRoutes(IServiceProvider services, OperatorKey key) =>
        Endpoints = [.. HttpFunction.All.Select(function => EndpointOf(function, services, key))];

    public override IReadOnlyList<Endpoint> Endpoints { get; }

    public override IChangeToken GetChangeToken() => new CancellationChangeToken(CancellationToken.None);

    static Endpoint EndpointOf(HttpFunction function, IServiceProvider services, OperatorKey key)
    {
        var gate = services.GetRequiredService<FunctionGate>();
        var builder = new RouteEndpointBuilder(null, RoutePatternFactory.Parse(function.Route), 0) { DisplayName = function.Name };
        builder.Metadata.Add(function.Method);
        builder.Metadata.Add(function);
        builder.Metadata.Add(new HttpMethodMetadata(function.Trigger.Methods.Select(static method => method.ToUpperInvariant())));
        builder.Metadata.Add(new EndpointNameMetadata(function.Name));
        if (function.Method.GetCustomAttribute<BodyAttribute>() is { } body)
            builder.Metadata.Add(new AcceptsMetadata(["application/json"], body.Type));

        var create = function.Method.IsStatic ? null : ActivatorUtilities.CreateFactory(function.Method.DeclaringType!, Type.EmptyTypes);
        var options = new RequestDelegateFactoryOptions { ServiceProvider = services, ThrowOnBadRequest = true, EndpointBuilder = builder };
        var metadata = RequestDelegateFactory.InferMetadata(function.Method, options);
        // Compiled when it is first called: all of them at once would keep the first request waiting for a second.
        var invoke = new Lazy<RequestDelegate>(() => RequestDelegateFactory
            .Create(function.Method, create is null ? null : context => create(context.RequestServices, null), options, metadata).RequestDelegate);
        builder.RequestDelegate = context => gate.RunAsync(context, function, () =>
        {
            if (function.Access == Access.Operator) key.Require(context.Request);
            return invoke.Value(context);
        });
        return builder.Build();
    }
}
