using Matinee.Core.Training;
using Matinee.Engine.Facts;

namespace Matinee.Core.Tests.Training;

public sealed class TrainingInputsTests : IDisposable
{
    readonly TrainingWorld _world = new(isEmpty: true);

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task Read_WhoMayTeach_IsWhoAgreesAndWhoWasImported()
    {
        foreach (var user in new[] { "ml-100k:17", "sim:5", "yes", "no", "unasked" }) _world.Ratings.Rate(user, 1, 4);
        _world.Consents.Set("yes", ratings: true);
        _world.Consents.Set("no", ratings: false, profile: true);
        _world.Consents.Set("silent", ratings: true);

        var data = await _world.NewInputs().ReadAsync(TrainingWorld.Plan);

        Assert.Equal(["ml-100k:17", "sim:5", "yes"], data.Ratings.Users.Ids.ToArray().Select(user => data.Users[user]).Order());
        Assert.Equal((3L, 3, 1), (data.Watermark.Ratings, data.Watermark.Users, data.Watermark.Movies));
    }

    [Fact]
    public async Task Read_ImportedPeopleWhoShareNothing_TeachNothing()
    {
        foreach (var user in new[] { "sim:1", "sim:2", "sim:3" }) _world.Ratings.Rate(user, 1, 4);
        _world.Imported["sim:1"] = new("sim:1") { Age = 30, SharesProfile = false };
        _world.Imported["sim:2"] = new("sim:2") { Age = 40, SharesRatings = false };

        var data = await _world.NewInputs().ReadAsync(TrainingWorld.Plan);

        Assert.Equal(["sim:1", "sim:3"], data.Ratings.Users.Ids.ToArray().Select(user => data.Users[user]).Order());
        Assert.Equal(PersonFacts.Unknown, data.Facts.OfPerson(data.Users.NumberOf("sim:1")));
    }

    [Fact]
    public async Task Read_Facts_AreOfFilmsAndOfWhoAgreesToThat()
    {
        foreach (var user in new[] { "ml-100k:17", "told", "secret" }) _world.Ratings.Rate(user, 1, 4);
        _world.Imported["ml-100k:17"] = new("ml-100k:17") { Age = 24, Occupation = "technician" };
        _world.Consents.Set("told", ratings: true, profile: true, new() { BirthYear = 1986, Gender = "woman" });
        _world.Consents.Set("secret", ratings: true, profile: false, new() { BirthYear = 1987 });

        var data = await _world.NewInputs().ReadAsync(TrainingWorld.Plan);

        Assert.Equal(("Film 1", 1990), (data.Facts.OfFilm(1)!.Title, data.Facts.OfFilm(1)!.Year));
        Assert.Equal((24, "technician"), (Of("ml-100k:17").Age, Of("ml-100k:17").Occupation));
        Assert.Equal((40, "woman"), (Of("told").Age, Of("told").Gender));
        Assert.Equal(PersonFacts.Unknown, Of("secret"));

        PersonFacts Of(string user) => data.Facts.OfPerson(data.Users.NumberOf(user));
    }

    [Theory]
    [InlineData(1800)]
    [InlineData(2025)]
    public async Task Read_AnAgeThatCannotBe_IsUnknown(int birthYear)
    {
        _world.Ratings.Rate("anna", 1, 4);
        _world.Consents.Set("anna", ratings: true, profile: true, new() { BirthYear = birthYear, Occupation = "nurse" });

        var data = await _world.NewInputs().ReadAsync(TrainingWorld.Plan);

        Assert.Equal(new() { Occupation = "nurse" }, data.Facts.OfPerson(data.Users.NumberOf("anna")));
    }

    [Fact]
    public async Task Read_Digest_TellsRatingsConsentsAndPlansApart()
    {
        _world.Ratings.Rate("sim:1", 1, 4);
        _world.Ratings.Rate("anna", 1, 4);
        var digests = new HashSet<string> { await DigestAsync(TrainingWorld.Plan) };
        Assert.False(digests.Add(await DigestAsync(TrainingWorld.Plan)));

        _world.Ratings.Rate("sim:1", 1, 4.5);
        Assert.True(digests.Add(await DigestAsync(TrainingWorld.Plan)), "Stars");
        _world.Ratings.Rate("sim:1", 2, 4.5);
        Assert.True(digests.Add(await DigestAsync(TrainingWorld.Plan)), "A film");
        _world.Consents.Set("anna", ratings: true);
        Assert.True(digests.Add(await DigestAsync(TrainingWorld.Plan)), "A consent");
        _world.Consents.Set("anna", ratings: true, profile: true, new() { Occupation = "nurse" });
        Assert.True(digests.Add(await DigestAsync(TrainingWorld.Plan)), "A profile");
        Assert.True(digests.Add(await DigestAsync(TrainingWorld.PlanOf(StandardCandidates.Als(TrainingWorld.BadLists)))), "A plan");

        async Task<string> DigestAsync(TrainingPlan plan) => (await _world.NewInputs().ReadAsync(plan)).Digest;
    }
}
