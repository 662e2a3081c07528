using System.Collections.Frozen;
using System.Text.Json;

namespace Matinee.Core.Problems;

/// <summary>What each code is called, its status and its title.</summary>
public static class ProblemCodes
{
    static readonly FrozenDictionary<ProblemCode, (int Status, string Title)> s_all = new Dictionary<ProblemCode, (int, string)>
    {
        [ProblemCode.NotFound] = (404, "There is nothing at this address"),
        [ProblemCode.MethodNotAllowed] = (405, "The method is not allowed here"),
        [ProblemCode.MovieNotFound] = (404, "There is no such film"),
        [ProblemCode.SessionNotFound] = (404, "There is no such session"),
        [ProblemCode.RatingNotFound] = (404, "There is no such rating"),
        [ProblemCode.ModelNotFound] = (404, "There is no such model version"),
        [ProblemCode.RunNotFound] = (404, "There is no such run"),
        [ProblemCode.InsightsNotFound] = (404, "There are no insights yet"),
        [ProblemCode.UnknownParameter] = (400, "Unknown query parameter"),
        [ProblemCode.InvalidValue] = (400, "Invalid value"),
        [ProblemCode.InvalidCursor] = (400, "Invalid cursor"),
        [ProblemCode.InvalidStars] = (400, "Invalid stars"),
        [ProblemCode.InvalidJson] = (400, "Invalid JSON"),
        [ProblemCode.UnsupportedMediaType] = (415, "Unsupported media type"),
        [ProblemCode.BodyTooLarge] = (413, "The body is too large"),
        [ProblemCode.Unauthenticated] = (401, "Not signed in"),
        [ProblemCode.WrongCredentials] = (401, "Wrong name or password"),
        [ProblemCode.Forbidden] = (403, "Not allowed"),
        [ProblemCode.SignInAgain] = (403, "Sign in once more first"),
        [ProblemCode.ForeignOrigin] = (403, "Sent from another site"),
        [ProblemCode.LoginNameTaken] = (409, "The login name is taken"),
        [ProblemCode.Conflict] = (409, "Conflict"),
        [ProblemCode.StaleEtag] = (412, "Changed in the meantime"),
        [ProblemCode.RateLimited] = (429, "Too many requests"),
        [ProblemCode.StoreUnavailable] = (503, "The store is not available"),
        [ProblemCode.ModelUnavailable] = (503, "No model is available"),
        [ProblemCode.NotReady] = (503, "Not ready"),
        [ProblemCode.InternalError] = (500, "Internal error"),
    }.ToFrozenDictionary();

    /// <summary>The HTTP status that goes with a code.</summary>
    public static int StatusOf(ProblemCode code) => s_all[code].Status;

    /// <summary>The title that goes with a code, the same each time.</summary>
    public static string TitleOf(ProblemCode code) => s_all[code].Title;

    /// <summary>The name of a code, such as movie_not_found.</summary>
    public static string NameOf(ProblemCode code) => JsonNamingPolicy.SnakeCaseLower.ConvertName(code.ToString());
}
