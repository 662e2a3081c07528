using Matinee.Core.Catalog;
using Matinee.Core.Profiles;
using Matinee.Core.Ratings;
using Matinee.Core.Recommendations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Matinee.Core.Accounts;

/// <summary>Accounts, and all that viewers do with what is theirs.</summary>
static class AccountServices
{
    public static void AddAccounts(this IServiceCollection services)
    {
        services.TryAddSingleton(new PasswordOptions());
        services.TryAddSingleton(new SignInLimits());
        services
            .AddSingleton<Sessions>()
            .AddSingleton<Passwords>()
            .AddSingleton<SignInThrottle>()
            .AddSingleton<UserAccounts>()
            .AddSingleton<Registration>()
            .AddSingleton<SignIn>()
            .AddSingleton<PasswordChange>()
            .AddSingleton<Departure>()
            .AddSingleton<PersonLookup>()
            .AddSingleton<PersonalExport>()
            .AddSingleton<EditProfile>()
            .AddSingleton<ViewerShelf>()
            .AddSingleton<KnownFilms>()
            .AddSingleton<FirstPageWatch>()
            .AddSingleton<RatingWriter>()
            .AddSingleton<RateFilm>()
            .AddSingleton<RemoveRating>()
            .AddSingleton<ReviewFilm>()
            .AddSingleton<RatingList>();
        services.TryAddSingleton<RatingsFeed>();
    }
}
