namespace Matinee.Api.Http;

/// <summary>Who may call a function.</summary>
public enum Access
{
    /// <summary>Anyone; signed-in viewers may get more.</summary>
    Anyone,

    /// <summary>Signed-in viewers, each for themselves.</summary>
    Viewer,

    /// <summary>Who has the key of the functions: its trigger says so too.</summary>
    Operator,
}
