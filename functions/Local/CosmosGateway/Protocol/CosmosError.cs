namespace Matinee.Local.CosmosGateway.Protocol;

/// <summary>An answer that says no: status, sub-status and the reason in words.</summary>
sealed class CosmosError(int status, string code, string message, int subStatus = 0) : Exception(message)
{
    public int Status => status;

    public string Code => code;

    public int SubStatus => subStatus;

    public static CosmosError BadRequest(string message, int subStatus = 0) => new(400, "BadRequest", message, subStatus);

    public static CosmosError KeyMismatch() =>
        BadRequest("The partition key in the document does not match the one in the request's header.", 1001);

    public static CosmosError Unauthorized(string message) => new(401, "Unauthorized", message);

    public static CosmosError NotFound(string message) => new(404, "NotFound", message);

    /// <summary>The client then forgets what it knew of the container and looks again.</summary>
    public static CosmosError NoContainer(string message) => new(404, "NotFound", message, 1003);

    public static CosmosError NotAllowed(string message) => new(405, "MethodNotAllowed", message);

    public static CosmosError Conflict(string message) => new(409, "Conflict", message);

    public static CosmosError Precondition(string message, int subStatus = 0) => new(412, "PreconditionFailed", message, subStatus);

    public static CosmosError TooLarge(string message) => new(413, "RequestEntityTooLarge", message);

    public static CosmosError NotServed(string message) => new(501, "NotImplemented", message);
}
