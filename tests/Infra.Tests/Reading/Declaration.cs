namespace Matinee.Infra.Tests.Reading;

/// <summary>A declaration of a Bicep file.</summary>
/// <param name="Kind">param, var, resource, module, output or targetScope.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Type">Of parameters and outputs the type, of resources the type with its version, of modules the path.</param>
/// <param name="Value">The value, or the default of a parameter; null where it has none.</param>
/// <param name="Decorators">What stands above it with an @.</param>
sealed record Declaration(string Kind, string Name, string Type, Expression? Value, IReadOnlyList<Call> Decorators)
{
    /// <summary>The resource is somewhere else.</summary>
    public bool IsExisting { get; init; }

    /// <summary>The body of a resource or module, without the loop or condition around it.</summary>
    public Properties Body => BodyOf(Value);

    /// <summary>The arguments of a decorator; null where it has none of that name.</summary>
    public IReadOnlyList<Expression>? Decorator(string name) => Decorators.FirstOrDefault(one => one.FunctionName == name)?.Arguments;

    static Properties BodyOf(Expression? value) => value switch
    {
        Properties body => body,
        Loop loop => BodyOf(loop.Body),
        When condition => BodyOf(condition.Body),
        _ => throw new BicepException($"A body is expected, not {value}."),
    };
}
