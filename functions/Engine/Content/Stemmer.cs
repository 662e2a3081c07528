using System.Buffers;

namespace Matinee.Engine.Content;

/// <summary>Takes common endings off English words, so that "robs", "robbed" and "robbing" are one.</summary>
/// <remarks>Light on purpose: a stem need not be a word, but two words with different meanings should seldom share one.</remarks>
static class Stemmer
{
    // What is left of a word must still say something.
    const int MinStem = 3;

    static readonly SearchValues<char> s_vowels = SearchValues.Create("aeiouy");

    public static string Stem(string word)
    {
        word = Plural(word);
        foreach (var ending in (ReadOnlySpan<string>)["ing", "ed", "ly"])
        {
            if (!word.EndsWith(ending, StringComparison.Ordinal)) continue;
            var stem = word[..^ending.Length];
            return stem.Length >= MinStem && HasVowel(stem) ? Single(stem) : word;
        }

        return word.Length > MinStem && word[^1] == 'e' ? word[..^1] : word;
    }

    static string Plural(string word) =>
        word.Length <= MinStem || word[^1] != 's' || word[^2] is 's' or 'u' or 'i' ? word
        : word.EndsWith("ies", StringComparison.Ordinal) ? word.Length > 4 ? word[..^3] + "y" : word[..^1]
        : EndsInHiss(word.AsSpan(0, word.Length - 2)) && word[^2] == 'e' ? word[..^2]
        : word[..^1];

    static bool EndsInHiss(ReadOnlySpan<char> word) => word is [.., 's' or 'x' or 'z'] or [.., 's', 'h'] or [.., 'c', 'h'];

    // "robb" of "robbed" is "rob", but "kill" stays "kill" as it is without an ending.
    static string Single(string stem) =>
        stem[^1] == stem[^2] && stem[^1] is not ('l' or 's' or 'z') ? stem[..^1]
        : stem.Length > MinStem && stem[^1] == 'e' ? stem[..^1]
        : stem;

    static bool HasVowel(string stem) => stem.AsSpan().ContainsAny(s_vowels);
}
