namespace Matinee.Core.Search;

/// <summary>The people of all films, and how they are ranked.</summary>
sealed class PeopleDocuments
{
    const double SameName = 1;
    const double NameBeginning = 0.3;
    const double Known = 0.35;

    readonly string[] _names;
    readonly string[] _keys;
    readonly int[] _films;
    readonly double[] _known;

    /// <param name="people">Names, and in how many films each is.</param>
    public PeopleDocuments(IReadOnlyCollection<KeyValuePair<string, int>> people)
    {
        _names = [.. people.Select(static person => person.Key)];
        _films = [.. people.Select(static person => person.Value)];
        _keys = [.. _names.Select(static name => TitleKey.Of(Folding.Fold(name)))];
        var most = Math.Log(1 + _films.Append(1).Max());
        _known = [.. _films.Select(films => Known * Math.Log(1 + films) / most)];
    }

    public int Count => _names.Length;

    public PersonHit this[int person] => new(_names[person], _films[person]);

    /// <summary>Ranks the people whose names have all required words.</summary>
    public void Rank(SearchQuery query, Tally tally, Ranking ranking)
    {
        if (query.Required == 0) return;
        var name = query.Titles[0].Whole;
        for (var person = 0; person < Count; person++)
        {
            if (tally.Required[person] != query.Required) continue;
            var score = tally.Score[person] / tally.Weight + _known[person];
            if (score + SameName >= ranking.Bound) ranking.Offer(person, score + NameScore(_keys[person], name));
        }
    }

    static double NameScore(string key, string name) =>
        !key.StartsWith(name, StringComparison.Ordinal) ? 0 : key.Length == name.Length ? SameName : NameBeginning;
}
