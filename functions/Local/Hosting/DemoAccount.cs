using Matinee.Core.Accounts;
using Matinee.Core.Catalog;
using Matinee.Core.Problems;
using Matinee.Core.Ratings;

namespace Matinee.Local.Hosting;

/// <summary>An account to look around with, made together with the simulated community: somebody who knows what they like.</summary>
sealed class DemoAccount(Registration registration, RateFilm rate, Catalogue catalogue)
{
    public const string LoginName = "demo";
    public const string Password = "matinee-demo";

    const string Address = "first start";

    // Titles, for the numbers of films are the catalogue's own.
    static readonly (string Title, int Year, double Stars)[] s_taste =
    [
        ("Heat", 1995, 5), ("Blade Runner", 1982, 5), ("Alien", 1979, 4.5), ("The Thing", 1982, 4.5), ("Seven Samurai", 1954, 5), ("Chinatown", 1974, 4.5),
        ("Spirited Away", 2001, 4), ("In the Mood for Love", 2000, 4.5), ("The Third Man", 1949, 4.5), ("Solaris", 1972, 4), ("Pulp Fiction", 1994, 4),
        ("Titanic", 1997, 2), ("Grease", 1978, 1.5), ("Armageddon", 1998, 1), ("Home Alone", 1990, 2.5), ("Taxi Driver", 1976, 4.5), ("Moon", 2009, 4),
        ("No Country for Old Men", 2007, 4.5), ("Fargo", 1996, 4.5), ("Parasite", 2019, 4.5), ("M", 1931, 4), ("Memories of Murder", 2003, 4.5),
    ];

    /// <summary>Makes the account, unless it is there.</summary>
    public async Task CreateAsync(CancellationToken cancellation)
    {
        try
        {
            ConsentAnswer[] consents = [.. Enum.GetValues<ConsentPurpose>().Select(static purpose => new ConsentAnswer(purpose, true, Policy.Version))];
            var user = await registration.RegisterAsync(new(LoginName, Password, consents), Address, cancellation);
            var view = await catalogue.RefreshAsync(cancellation);
            var films = view.Movies.ToLookup(static film => (film.Title, film.Year ?? 0));
            NewRating[] ratings = [.. s_taste.SelectMany(one => films[(one.Title, one.Year)].Select(film => new NewRating(film.Id, one.Stars)))];
            await rate.RateManyAsync(user.Id, ratings, cancellation);
        }
        catch (ProblemException error) when (error.Code == ProblemCode.LoginNameTaken)
        {
            // From an earlier start that was cut off behind this.
        }
    }
}
