using Matinee.Engine.Portraits;
using Matinee.Engine.Training;

namespace Matinee.Engine.Tests.Portraits;

public sealed class ContinuityTests
{
    static readonly PortraitsOptions s_eight = new() { Portraits = 8 };

    static readonly Lazy<PortraitsModel> s_first = new(() => Fit(PlantedCommunity.Of(700, seed: 5), s_eight, null, seed: 1));

    [Fact]
    public void Fit_NewPeopleOfTheSameTastes_KeepsIdsAndNames()
    {
        // Other people, another seed: the portraits come in another order, and are the same kinds of viewers.
        var next = Fit(PlantedCommunity.Of(800, seed: 5, generation: 1), s_eight, s_first.Value, seed: 99);

        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8], s_first.Value.Portraits.Select(portrait => portrait.Id));
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8], next.Portraits.Select(portrait => portrait.Id).Order());
        foreach (var portrait in next.Portraits)
        {
            var before = s_first.Value.Portraits.Single(old => old.Id == portrait.Id);
            Assert.Equal(before.Name, portrait.Name);
            Assert.Equal(
                before.Genres.Take(2).Select(genre => genre.Genre).Order(),
                portrait.Genres.Take(2).Select(genre => genre.Genre).Order());
        }
    }

    [Fact]
    public void Fit_TwoPortraitsMore_GivesThemIdsThatNobodyHad()
    {
        var community = PlantedCommunity.Of(700, seed: 5);
        var fewer = Fit(community, new() { Portraits = 6 }, s_first.Value, seed: 1);
        var more = Fit(community, s_eight, fewer, seed: 1);

        Assert.Subset(new HashSet<int>(Enumerable.Range(1, 8)), fewer.Portraits.Select(portrait => portrait.Id).Where(id => id <= 8).ToHashSet());
        Assert.Equal(8, more.Portraits.Select(portrait => portrait.Id).Distinct().Count());
        Assert.Equal(8, more.Portraits.Select(portrait => portrait.Name).Distinct().Count());
        var lost = Enumerable.Range(1, 8).Except(fewer.Portraits.Select(portrait => portrait.Id)).ToList();
        Assert.True(lost.Count >= 2);
        Assert.Empty(more.Portraits.Select(portrait => portrait.Id).Intersect(lost));
    }

    [Fact]
    public void Fit_SameDataAgain_IsTheSameModelWithTheSameIds()
    {
        var again = Fit(PlantedCommunity.Of(700, seed: 5), s_eight, s_first.Value, seed: 1);

        Assert.Equivalent(s_first.Value.Portraits, again.Portraits, strict: true);
    }

    static PortraitsModel Fit(PlantedCommunity community, PortraitsOptions options, PortraitsModel? previous, ulong seed) =>
        new PortraitsTrainer(community.Facts, options, previous).Fit(community.Ratings, new TrainingRun { Threads = 2, Seed = seed });
}
