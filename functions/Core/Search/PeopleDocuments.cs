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
    readonly double _most;

    /// <param name="people">Names, and in how many films each is.</param>
    public PeopleDocuments(IReadOnlyCollection<KeyValuePair<string, int>> people)
    {
        _names = [.. people.Select(static person => person.Key)];
        _films = [.. people.Select(static person => person.Value)];
        _keys = [.. _names.Select(static name => TitleKey.Of(Folding.Fold(name)))];
        _most = Math.Log(1 + _films.Append(1).Max());
    }

    public int Count => _names.Length;

    public PersonHit this[int person] => new(_names[person], _films[person]);

    /// <summary>Ranks the people whose names have all required words.</summary>
    public void Rank(SearchQuery query, Tally tally, Ranking ranking)
    {
        if (query.Required == 0) return;
        for (var person = 0; person < Count; person++)
        {
            if (tally.Required[person] != query.Required) continue;
            var score = tally.Score[person] / tally.Weight + Known * Math.Log(1 + _films[person]) / _most;
            if (query.Titles[0].Whole == _keys[person]) score += SameName;
            else if (_keys[person].StartsWith(query.Titles[0].Whole, StringComparison.Ordinal)) score += NameBeginning;
            ranking.Offer(person, score);
        }
    }
}
