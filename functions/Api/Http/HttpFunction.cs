using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace Matinee.Api.Http;

/// <summary>A function that HTTP requests trigger, as its attributes describe it.</summary>
sealed record HttpFunction(string Name, MethodInfo Method, HttpTriggerAttribute Trigger)
{
    /// <summary>What the host puts before each route.</summary>
    public const string Prefix = "/api/";

    /// <summary>Where it answers.</summary>
    public string Route { get; } = Prefix + Trigger.Route;

    /// <summary>Who may call it.</summary>
    public Access Access { get; } = AccessOf(Method);

    /// <summary>It answers however much there is to do.</summary>
    public bool IsAlways { get; } = Method.IsDefined(typeof(AlwaysAttribute), inherit: false);

    /// <summary>The most bytes that a request's body may have.</summary>
    public int MaxBodyBytes { get; } = Method.GetCustomAttribute<BodyAttribute>()?.MaxBytes ?? BodyAttribute.DefaultMaxBytes;

    /// <summary>All of them, each checked to say who may call it.</summary>
    public static IReadOnlyList<HttpFunction> All { get; } = [.. Find()];

    /// <summary>Who may call a function.</summary>
    /// <exception cref="InvalidOperationException">It does not say: nothing is open by accident.</exception>
    public static Access AccessOf(MethodInfo function)
    {
        ArgumentNullException.ThrowIfNull(function);
        return function.GetCustomAttribute<AccessAttribute>()?.Access
            ?? throw new InvalidOperationException($"{function.DeclaringType}.{function.Name} does not say who may call it; give it [Access].");
    }

    static IEnumerable<HttpFunction> Find()
    {
        foreach (var method in typeof(FunctionGate).Assembly.GetTypes().SelectMany(static type => type.GetMethods()))
        {
            if (method.GetCustomAttribute<FunctionAttribute>() is not { } function) continue;
            var trigger = method.GetParameters().Select(static parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>()).FirstOrDefault(static one => one is not null);
            if (trigger is null) continue;
            var found = new HttpFunction(function.Name, method, trigger);
            if ((found.Access == Access.Operator) != (trigger.AuthLevel == AuthorizationLevel.Function))
                throw new InvalidOperationException($"{function.Name} must have both [Access(Access.Operator)] and AuthorizationLevel.Function, or neither.");
            yield return found;
        }
    }
}
