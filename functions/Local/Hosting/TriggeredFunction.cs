using System.Reflection;
using Matinee.Api.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace Matinee.Local.Hosting;

/// <summary>A function that something else than HTTP triggers.</summary>
sealed record TriggeredFunction<TTrigger>(string Name, MethodInfo Method, ParameterInfo Parameter, TTrigger Trigger) where TTrigger : Attribute
{
    public static IReadOnlyList<TriggeredFunction<TTrigger>> All { get; } =
    [
        .. from type in typeof(FunctionGate).Assembly.GetTypes()
           from method in type.GetMethods()
           let function = method.GetCustomAttribute<FunctionAttribute>()
           where function is not null
           from parameter in method.GetParameters()
           let trigger = parameter.GetCustomAttribute<TTrigger>()
           where trigger is not null
           select new TriggeredFunction<TTrigger>(function.Name, method, parameter, trigger),
    ];

    /// <summary>Calls it as the worker does: an instance of its own in a scope of its own.</summary>
    public async Task InvokeAsync(IServiceProvider services, object value, CancellationToken cancellation)
    {
        await using var scope = services.CreateAsyncScope();
        var instance = Method.IsStatic ? null : ActivatorUtilities.CreateInstance(scope.ServiceProvider, Method.DeclaringType!);
        var arguments = Method.GetParameters().Select(parameter =>
            parameter == Parameter ? value
            : parameter.ParameterType == typeof(CancellationToken) ? (object)cancellation
            : throw new InvalidOperationException($"{Name} takes '{parameter.Name}', and only its trigger and a CancellationToken are given."));
        var result = Method.Invoke(instance, BindingFlags.DoNotWrapExceptions, null, [.. arguments], null);
        if (result is Task task) await task;
    }
}
