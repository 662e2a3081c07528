namespace Matinee.Core.Problems;

/// <summary>Everything that can be wrong with a request; the names, in snake_case, are part of the interface and never change their meaning.</summary>
public enum ProblemCode
{
    /// <summary>There is nothing at this address.</summary>
    NotFound,

    /// <summary>The address is right, the method is not.</summary>
    MethodNotAllowed,

    /// <summary>There is no such film.</summary>
    MovieNotFound,

    /// <summary>There is no such session.</summary>
    SessionNotFound,

    /// <summary>There is no such rating.</summary>
    RatingNotFound,

    /// <summary>There is no such model version.</summary>
    ModelNotFound,

    /// <summary>There is no such retraining.</summary>
    RunNotFound,

    /// <summary>Nothing was published of the model in service, or none is in service yet.</summary>
    InsightsNotFound,

    /// <summary>A query parameter that this operation does not know.</summary>
    UnknownParameter,

    /// <summary>A query parameter or a field with a value that is not allowed.</summary>
    InvalidValue,

    /// <summary>A cursor that this list has not given out.</summary>
    InvalidCursor,

    /// <summary>Stars that are not one of 0.5, 1, 1.5, ... 5.</summary>
    InvalidStars,

    /// <summary>A body that is no JSON, or not the JSON that is expected.</summary>
    InvalidJson,

    /// <summary>A body of another kind than JSON.</summary>
    UnsupportedMediaType,

    /// <summary>A body larger than allowed.</summary>
    BodyTooLarge,

    /// <summary>Nobody is signed in, or no longer.</summary>
    Unauthenticated,

    /// <summary>Name or password are wrong.</summary>
    WrongCredentials,

    /// <summary>Who is signed in may not do this.</summary>
    Forbidden,

    /// <summary>It takes a session that has just begun: sign in once more.</summary>
    SignInAgain,

    /// <summary>A page of another site has sent this request with the viewer's cookie.</summary>
    ForeignOrigin,

    /// <summary>The login name is taken.</summary>
    LoginNameTaken,

    /// <summary>What is asked for contradicts what is there.</summary>
    Conflict,

    /// <summary>The thing has been changed since it was read.</summary>
    StaleEtag,

    /// <summary>Too many requests.</summary>
    RateLimited,

    /// <summary>The store can't be reached or is overloaded.</summary>
    StoreUnavailable,

    /// <summary>No model can answer this yet.</summary>
    ModelUnavailable,

    /// <summary>Something that the service can't do without is not there.</summary>
    NotReady,

    /// <summary>A fault of the service.</summary>
    InternalError,
}
