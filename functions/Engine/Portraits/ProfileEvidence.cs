using Matinee.Engine.Facts;
using Matinee.Engine.Files;

namespace Matinee.Engine.Portraits;

/// <summary>What age, gender and occupation say of the portrait: naive Bayes over counts, drawn towards those of everyone.</summary>
/// <remarks>People of hidden portraits are not counted: what is said of them must not shine through here.</remarks>
sealed class ProfileEvidence
{
    const string WordsSection = "evidence-words";
    const string CountsSection = "evidence-counts";

    /// <summary>How many people like everyone a portrait's counts are drawn by: few people prove little.</summary>
    const double Smoothing = 20;

    // The years that bands of age begin with.
    static readonly int[] s_ages = [0, 18, 25, 35, 45, 55];

    readonly string[] _words;
    readonly float[] _counts;
    readonly int _portraits;

    ProfileEvidence(string[] words, float[] counts, int portraits) => (_words, _counts, _portraits) = (words, counts, portraits);

    public static ProfileEvidence Of(PersonFacts[] people, int[] labels, int[] sizes)
    {
        string[] words =
        [
            .. people.Any(person => person.Age is not null) ? s_ages.Select(AgeWord) : [],
            .. FeatureScaling.Told(people, person => person.Gender).Select(GenderWord),
            .. FeatureScaling.Told(people, person => person.Occupation).Select(OccupationWord),
        ];
        var counts = new float[words.Length * sizes.Length];
        for (var i = 0; i < people.Length; i++)
        {
            if (sizes[labels[i]] < Portrait.MinPeople) continue;
            foreach (var word in Told(people[i]))
            {
                var place = Array.IndexOf(words, word);
                if (place >= 0) counts[place * sizes.Length + labels[i]]++;
            }
        }

        return new(words, counts, sizes.Length);
    }

    /// <summary>Adds the logarithm of how likely each portrait makes what the person tells.</summary>
    public void AddTo(Span<double> logWeights, PersonFacts person)
    {
        foreach (var word in Told(person))
        {
            var place = Array.IndexOf(_words, word);
            if (place < 0) continue;
            var (ofAll, all) = (Sum(place), Sum(KindOf(word)));
            if (ofAll == 0) continue;
            for (var p = 0; p < _portraits; p++)
            {
                var (of, told) = (_counts[place * _portraits + p], Told(KindOf(word), p));
                logWeights[p] += Math.Log((of + Smoothing * ofAll / all) / (told + Smoothing));
            }
        }
    }

    public void Add(ModelFileWriter file)
    {
        file.AddText(WordsSection, string.Join('\n', _words));
        file.Add<float>(CountsSection, _counts);
    }

    public static ProfileEvidence Read(ModelFile file, int portraits)
    {
        var text = file.Text(WordsSection);
        var words = text.Length == 0 ? [] : text.Split('\n');
        var counts = file.Section<float>(CountsSection, (long)words.Length * portraits).ToArray();
        return Array.TrueForAll(counts, count => count >= 0 && float.IsFinite(count))
            ? new(words, counts, portraits)
            : throw new ModelFileException($"The section '{CountsSection}' does not hold counts.");
    }

    static IEnumerable<string> Told(PersonFacts person)
    {
        if (person.Age is { } age) yield return AgeWord(Array.FindLast(s_ages, from => from <= age));
        if (!string.IsNullOrWhiteSpace(person.Gender)) yield return GenderWord(person.Gender.ToLowerInvariant());
        if (!string.IsNullOrWhiteSpace(person.Occupation)) yield return OccupationWord(person.Occupation.ToLowerInvariant());
    }

    static string AgeWord(int from) => $"age:{from}";

    static string GenderWord(string word) => $"gender:{OneLine(word)}";

    static string OccupationWord(string word) => $"occupation:{OneLine(word)}";

    static string OneLine(string word) => word.ReplaceLineEndings(" ");

    static string KindOf(string word) => word[..(word.IndexOf(':', StringComparison.Ordinal) + 1)];

    double Sum(int place)
    {
        var sum = 0.0;
        for (var p = 0; p < _portraits; p++) sum += _counts[place * _portraits + p];
        return sum;
    }

    double Sum(string kind)
    {
        var sum = 0.0;
        for (var p = 0; p < _portraits; p++) sum += Told(kind, p);
        return sum;
    }

    double Told(string kind, int portrait)
    {
        var sum = 0.0;
        for (var place = 0; place < _words.Length; place++)
        {
            if (_words[place].StartsWith(kind, StringComparison.Ordinal)) sum += _counts[place * _portraits + portrait];
        }

        return sum;
    }
}
