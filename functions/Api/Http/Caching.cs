namespace Matinee.Api.Http;

/// <summary>Who may keep an answer; everyone asks again with the ETag before using it.</summary>
public enum Caching
{
    /// <summary>Anyone between here and the viewer: the answer is the same for all.</summary>
    Public,

    /// <summary>Only the viewer's own device.</summary>
    Private,
}
