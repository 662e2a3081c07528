namespace Matinee.Core.Search;

/// <summary>One word that is looked for.</summary>
/// <param name="Text">The word, folded.</param>
/// <param name="IsBeginning">It may still be typed on.</param>
/// <param name="IsRequired">Films without it are not meant; the others only help to order them.</param>
sealed record QueryWord(string Text, bool IsBeginning, bool IsRequired)
{
    const int FirstLengthWithTypo = 4;
    const int FirstLengthWithTwo = 8;

    /// <summary>How many typing errors are overlooked: a short word, a number or a sign of a word would become just any other.</summary>
    public int Errors => Text.Any(static letter => char.IsAsciiDigit(letter) || Terms.IsUnspaced(letter)) ? 0 : Text.Length switch
    {
        < FirstLengthWithTypo => 0,
        < FirstLengthWithTwo => 1,
        _ => TypoSearch.MaxErrors,
    };
}
