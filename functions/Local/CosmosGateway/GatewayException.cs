namespace Matinee.Local.CosmosGateway;

/// <summary>The gateway's files can't be used. The message names the file and the cure.</summary>
public sealed class GatewayException : Exception
{
    /// <summary>Says what is wrong.</summary>
    public GatewayException(string message) : base(message)
    {
    }

    /// <summary>Says what is wrong, and what went wrong below.</summary>
    public GatewayException(string message, Exception inner) : base(message, inner)
    {
    }
}
