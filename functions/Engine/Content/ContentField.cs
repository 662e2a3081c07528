namespace Matinee.Engine.Content;

/// <summary>What a term says of a film. The numbers are in files: never change one.</summary>
public enum ContentField : byte
{
    /// <summary>A genre.</summary>
    Genre = 1,

    /// <summary>A keyword: a word or a short phrase.</summary>
    Keyword = 2,

    /// <summary>Someone who directed it.</summary>
    Director = 3,

    /// <summary>Someone who acts in it.</summary>
    Cast = 4,

    /// <summary>The ten years it came out in.</summary>
    Decade = 5,

    /// <summary>The language it was made in.</summary>
    Language = 6,

    /// <summary>A word of what happens in it.</summary>
    Synopsis = 7,
}
