namespace Matinee.Benchmarks;

/// <summary>What is typed to be searched for.</summary>
enum SearchTyping
{
    /// <summary>Titles as they are.</summary>
    Titles,

    /// <summary>Titles with a typing error in one word or two.</summary>
    MistypedTitles,

    /// <summary>Names of people.</summary>
    Names,

    /// <summary>Names with a typing error in each word.</summary>
    MistypedNames,

    /// <summary>Words that are none.</summary>
    Nonsense,
}
