using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Matinee.Core.Accounts;
using Matinee.Core.Catalog;
using Matinee.Core.Import;
using Matinee.Core.Profiles;
using Matinee.Engine.Facts;
using Matinee.Engine.Ratings;
using Matinee.Engine.Training;

namespace Matinee.Core.Training;

/// <summary>Gathers what a retraining works on: the latest ratings of those who agree, and what is known of films and people.</summary>
public sealed class TrainingInputs(SnapshotStore snapshots, IConsents consents, Catalogue catalogue, ImportedPeople imported, TimeProvider clock)
{
    /// <summary>Brings the snapshot up to date and takes from it what may be used.</summary>
    public async Task<TrainingData> ReadAsync(TrainingPlan plan, IProgress<TrainingProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var given = await RatingsAsync(progress, cancellation).ConfigureAwait(false);
        var (refresh, people, told) = (given.Refresh, given.People, given.Told);
        var users = refresh.Snapshot.Users;
        var ratings = refresh.Snapshot.ToInteractions(given.MayTeach, progress, cancellation);
        var films = (await catalogue.RefreshAsync(cancellation).ConfigureAwait(false)).Movies;
        var facts = FactsOf(ratings, users, people, told).ToList();
        return new(
            ratings,
            users,
            new(films.Select(MovieFacts.Of), facts),
            new(refresh.Name, refresh.Snapshot.Taken, ratings.Count, ratings.Users.Count, ratings.Items.Count),
            DigestOf(ratings, users, facts, plan, cancellation))
        {
            Damage = refresh.Damage,
        };
    }

    /// <summary>Brings the snapshot up to date, and says whose ratings in it may be used.</summary>
    public async Task<TeachingRatings> RatingsAsync(IProgress<TrainingProgress>? progress = null, CancellationToken cancellation = default)
    {
        var refresh = await snapshots.RefreshAsync(progress, cancellation).ConfigureAwait(false);
        // After the ratings, never before: who has withdrawn meanwhile must not be in.
        var people = await PeopleAsync(cancellation).ConfigureAwait(false);
        return new(refresh, people, await imported(cancellation).ConfigureAwait(false));
    }

    /// <summary>Who agrees now.</summary>
    public Task<ConsentingPeople> PeopleAsync(CancellationToken cancellation = default) => ConsentingPeople.ReadAsync(consents, cancellation);

    IEnumerable<KeyValuePair<long, PersonFacts>> FactsOf(
        Interactions ratings, UserTable users, ConsentingPeople people, IReadOnlyDictionary<string, ImportedPerson> told)
    {
        var now = clock.GetUtcNow();
        foreach (var user in ratings.Users.Ids.ToArray())
        {
            var id = users[user]!;
            if (ConsentingPeople.IsImported(id))
            {
                if (told.TryGetValue(id, out var person) && person.ToFacts() is var facts && facts != PersonFacts.Unknown) yield return new(user, facts);
            }
            else if (people.Profiles.TryGetValue(id, out var profile))
            {
                yield return new(user, ProfileFacts.Of(profile, now));
            }
        }
    }

    static string DigestOf(
        Interactions ratings, UserTable users, List<KeyValuePair<long, PersonFacts>> facts, TrainingPlan plan, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var recipes = new JsonArray([.. plan.Candidates.Concat(plan.References).Select(static candidate => candidate.ToRecipe())]);
        hash.AppendData(Encoding.UTF8.GetBytes(recipes.ToJsonString()));
        hash.AppendData(MemoryMarshal.AsBytes(ratings.Items.Ids.Span));
        for (var user = 0; user < ratings.Users.Count; user++)
        {
            if ((user & 1023) == 0) cancellation.ThrowIfCancellationRequested();
            var row = ratings.OfUser(user);
            // The length and a character that no id has keep one user's bytes from being taken for another's.
            hash.AppendData(Encoding.UTF8.GetBytes($"{users[ratings.Users[user]]}\n{row.Count}\n"));
            hash.AppendData(MemoryMarshal.AsBytes(row.Others));
            hash.AppendData(row.Halves);
            hash.AppendData(MemoryMarshal.AsBytes(row.Times));
        }

        // Who withdraws their profile, or tells another, must not stay in the portraits.
        foreach (var (user, person) in facts)
            hash.AppendData(Encoding.UTF8.GetBytes($"{users[(int)user]}\n{person.Age}\n{person.Gender}\n{person.Occupation}\n"));

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 16));
    }
}
