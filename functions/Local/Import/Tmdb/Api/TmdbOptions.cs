namespace Matinee.Local.Import.Tmdb.Api;

/// <summary>How TMDB is asked.</summary>
sealed record TmdbOptions
{
    public const int DefaultPerSecond = 20;

    /// <summary>TMDB's own limit is about this.</summary>
    public const int MaxPerSecond = 39;

    public const int DefaultCacheDays = 30;

    /// <summary>TMDB's terms let nobody keep answers for more than six months.</summary>
    public const int MaxCacheDays = 180;

    public const int MaxTries = 10;

    public const string DefaultAddress = "https://api.themoviedb.org/3/";

    /// <summary>A key (v3), or a read access token (v4).</summary>
    public required string Key
    {
        get;
        // The text itself is not named: it may be a key with a slip of the pen.
        init => field = value.Length > 0 && value.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_')
            ? value
            : throw new ArgumentException("The key of TMDB has letters, digits, '.', '-' and '_' only. Copy it from https://www.themoviedb.org/settings/api.", nameof(Key));
    }

    /// <summary>Where the API is.</summary>
    public Uri Address
    {
        get;
        init => field = value.IsAbsoluteUri && value.Scheme is "http" or "https"
            ? value.AbsolutePath.EndsWith('/') ? value : new(value + "/")
            : throw new ArgumentException($"'{value}' is no address of an API; one begins with https://.", nameof(Address));
    } = new(DefaultAddress);

    /// <summary>How many questions a second.</summary>
    public int PerSecond { get; init => field = InRange(value, MaxPerSecond, nameof(PerSecond)); } = DefaultPerSecond;

    /// <summary>How many questions may wait for their answers at once.</summary>
    public int AtOnce { get; init => field = InRange(value, MaxPerSecond, nameof(AtOnce)); } = 8;

    /// <summary>How often a question is asked before it is given up.</summary>
    public int Tries { get; init => field = InRange(value, MaxTries, nameof(Tries)); } = 5;

    /// <summary>For so many days an answer is not asked for again.</summary>
    public int CacheDays { get; init => field = InRange(value, MaxCacheDays, nameof(CacheDays)); } = DefaultCacheDays;

    /// <summary>Put what TMDB says in the place of what is known already.</summary>
    public bool Overwrite { get; init; }

    /// <summary>So long may an answer take.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The first pause before a question is asked again; each next one is twice as long.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>A longer pause that TMDB asks for ends the run; what was fetched is kept.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromMinutes(2);

    static int InRange(int value, int max, string name) =>
        value >= 1 && value <= max ? value : throw new ArgumentOutOfRangeException(name, value, $"{name} must be from 1 to {max}.");
}
